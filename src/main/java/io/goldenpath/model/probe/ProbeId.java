package io.goldenpath.model.probe;

/** Which probe: a journey against a target. */
public record ProbeId(String target, JourneyKind journey) {

  /** Written {@code target/journey}, as in paths and log lines. */
  @Override
  public String toString() {
    return target + "/" + journey.label();
  }
}
