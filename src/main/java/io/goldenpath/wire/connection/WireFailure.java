package io.goldenpath.wire.connection;

import io.goldenpath.model.finding.FindingKind;

/**
 * Why there was no answer.
 *
 * @param kind What it is called.
 * @param message One sentence of what was seen.
 */
public record WireFailure(FindingKind kind, String message) {}
