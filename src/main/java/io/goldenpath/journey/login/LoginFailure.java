package io.goldenpath.journey.login;

import io.goldenpath.model.finding.FindingKind;

/** Why a call failed: what was expected, and one sentence of what was seen. */
public record LoginFailure(FindingKind kind, String expected, String message) {}
