package io.goldenpath.model.probe;

import io.goldenpath.model.target.Target;
import io.goldenpath.model.time.Cadence;
import io.goldenpath.model.time.TimeLimits;
import java.util.List;

/**
 * A journey against a target, with a cadence and limits: the thing that is scheduled.
 *
 * @param target What is watched.
 * @param cadence When, and for how long at most.
 * @param limits How long each part may take.
 * @param script What the users do.
 * @param events Names of the contract's events in the order of the path.
 */
public record Probe(
    Target target, Cadence cadence, TimeLimits limits, UserScript script, List<String> events) {

  public Probe {
    events = List.copyOf(events);
  }

  /** What is tried. */
  public JourneyKind journey() {
    return script.spec().journey();
  }

  /** The name by which this probe is known. */
  public ProbeId id() {
    return new ProbeId(target.name(), journey());
  }
}
