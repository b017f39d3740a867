package io.goldenpath.cli;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Run;

/**
 * A probe that was checked.
 *
 * @param probe What was tried.
 * @param run What came of it.
 */
record CheckResult(Probe probe, Run run) {}
