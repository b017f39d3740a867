package io.goldenpath.web.events;

import io.goldenpath.verdict.ProbeState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A verdict has changed. */
record VerdictEventJson(String target, String journey, String verdict, Instant since) {

  static VerdictEventJson of(ProbeState state) {
    return new VerdictEventJson(
        state.probe().id().target(),
        state.probe().id().journey().label(),
        state.verdict().label(),
        state.since().truncatedTo(ChronoUnit.MILLIS));
  }
}
