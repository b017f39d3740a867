package io.goldenpath.wire;

import io.goldenpath.model.finding.FindingKind;

/** Why there was no answer: one sentence of what was seen. */
public record WireFailure(FindingKind kind, String message) {}
