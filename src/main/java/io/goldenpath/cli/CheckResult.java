package io.goldenpath.cli;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Run;

/** A probe that was checked, and its run. */
record CheckResult(Probe probe, Run run) {}
