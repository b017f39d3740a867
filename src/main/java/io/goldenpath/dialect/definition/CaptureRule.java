package io.goldenpath.dialect.definition;

import io.goldenpath.model.target.Condition;

/** What is taken from each message of a kind. */
public record CaptureRule(Condition when, Captures take) {}
