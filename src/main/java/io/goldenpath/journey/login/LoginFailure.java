package io.goldenpath.journey.login;

import io.goldenpath.model.finding.FindingKind;

/**
 * Why a call did not do.
 *
 * @param kind What it is called.
 * @param expected What was expected.
 * @param message One sentence of what was seen.
 */
public record LoginFailure(FindingKind kind, String expected, String message) {}
