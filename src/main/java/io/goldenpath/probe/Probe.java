package io.goldenpath.probe;

import java.util.List;

/**
 * A journey against a target, with a cadence and limits: the thing that is scheduled.
 *
 * @param target What is watched.
 * @param journey What is tried.
 * @param cadence When, and for how long at most.
 * @param limits How long each part may take.
 * @param plan What the user does on the path.
 * @param events Names of the contract's events in the order of the path.
 */
public record Probe(
    Target target,
    JourneyKind journey,
    Cadence cadence,
    Limits limits,
    Plan plan,
    List<String> events) {

  public Probe {
    events = List.copyOf(events);
  }

  /** The name by which this probe is known. */
  public ProbeId id() {
    return new ProbeId(target.name(), journey);
  }
}
