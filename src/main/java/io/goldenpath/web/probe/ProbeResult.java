package io.goldenpath.web.probe;

import io.goldenpath.model.run.Run;
import io.goldenpath.verdict.ProbeState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a probe when it is asked for.
 *
 * @param note Why there is no newer run; empty where none was wanted.
 */
record ProbeResult(ProbeState state, String note, Instant now) {

  /** The last run that counts; empty before the first. */
  Optional<Run> run() {
    return Optional.ofNullable(state.lastRun());
  }

  /** Since the last run ended. */
  Optional<Duration> age() {
    return run().map(run -> Duration.between(run.endedAt(), now)).map(ProbeResult::notNegative);
  }

  /** Whether it is younger than the next run should be old; never so where no run is due. */
  boolean isRecent() {
    return age()
        .flatMap(age -> state.probe().cadence().period().filter(every -> age.compareTo(every) < 0))
        .isPresent();
  }

  private static Duration notNegative(Duration time) {
    return time.isNegative() ? Duration.ZERO : time;
  }
}
