package io.goldenpath.cli.report;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Run;

/** A probe that was checked, and its run. */
public record CheckResult(Probe probe, Run run) {}
