package io.goldenpath.journey;

import io.goldenpath.probe.FindingKind;

/**
 * Why a call did not do.
 *
 * @param kind What it is called.
 * @param expected What was expected.
 * @param message One sentence of what was seen.
 */
record Setback(FindingKind kind, String expected, String message) {}
