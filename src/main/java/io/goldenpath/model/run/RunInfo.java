package io.goldenpath.model.run;

import io.goldenpath.model.probe.ProbeId;
import java.time.Instant;

/**
 * Identity of one run: its probe, its trigger and its start.
 *
 * @param id Unique id of the run, fit for a URL.
 * @param location Location of the monitor.
 * @param startedAt When the run began, by the wall clock.
 */
public record RunInfo(
    String id, ProbeId probe, String location, Trigger trigger, Instant startedAt) {}
