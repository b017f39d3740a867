package io.goldenpath.cli;

import io.goldenpath.probe.Probe;
import io.goldenpath.probe.Run;

/**
 * A probe that was checked.
 *
 * @param probe What was tried.
 * @param run What came of it.
 */
record Checked(Probe probe, Run run) {}
