package io.goldenpath.model.probe;

import io.goldenpath.model.target.Target;
import io.goldenpath.model.time.Cadence;
import io.goldenpath.model.time.TimeLimits;
import java.util.List;

/**
 * A journey against a target, with a cadence and limits: the thing that is scheduled.
 *
 * @param events Names of the contract's events in the order of the path.
 */
public record Probe(
    Target target,
    Cadence cadence,
    TimeLimits limits,
    UserScript script,
    List<String> events,
    RegressionPolicy regression,
    VerdictPolicy verdict,
    ServiceLevel serviceLevel) {

  /** Of which nothing is agreed. */
  public Probe(
      Target target,
      Cadence cadence,
      TimeLimits limits,
      UserScript script,
      List<String> events,
      RegressionPolicy regression,
      VerdictPolicy verdict) {
    this(target, cadence, limits, script, events, regression, verdict, ServiceLevel.NONE);
  }

  public Probe {
    events = List.copyOf(events);
  }

  public JourneyKind journey() {
    return script.spec().journey();
  }

  public ProbeId id() {
    return new ProbeId(target.name(), journey());
  }
}
