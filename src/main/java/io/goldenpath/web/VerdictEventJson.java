package io.goldenpath.web;

import io.goldenpath.verdict.Standing;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A verdict has changed. */
record VerdictEventJson(String target, String journey, String verdict, Instant since) {

  static VerdictEventJson of(Standing standing) {
    return new VerdictEventJson(
        standing.probe().id().target(),
        standing.probe().id().journey().label(),
        standing.verdict().label(),
        standing.since().truncatedTo(ChronoUnit.MILLIS));
  }
}
