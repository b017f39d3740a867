package io.goldenpath.model.run;

import io.goldenpath.model.probe.ProbeId;
import java.time.Instant;

/**
 * The leave to run once: which run this is, whose, and who asked for it.
 *
 * @param id Unique id of the run, fit for an address.
 * @param probe Which probe runs.
 * @param location Where the monitor stands.
 * @param trigger Who asked.
 * @param startedAt When the run began, by the wall clock.
 */
public record RunInfo(
    String id, ProbeId probe, String location, Trigger trigger, Instant startedAt) {}
