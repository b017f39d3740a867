package io.goldenpath.schedule;

import io.goldenpath.model.finding.Evidence;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.time.DurationText;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a target that asked to be left alone is granted after a run.
 *
 * @param time How long from the run's end on.
 */
record Backoff(Duration time, String why) {

  /** Where a target sheds load, and does not say for how long. */
  static final Duration DEFAULT = Duration.ofSeconds(30);

  /** The longest that any finding asks for. */
  static Optional<Backoff> after(Run run) {
    return run.findings().stream()
        .flatMap(finding -> of(finding, run.duration()))
        .max(Comparator.comparing(Backoff::time));
  }

  private static Stream<Backoff> of(Finding finding, Duration duration) {
    Evidence evidence = finding.evidence();
    Duration asked = evidence.retryAfter();
    if (asked != null) {
      Duration left = evidence.at().plus(asked).minus(duration);
      return left.isPositive()
          ? Stream.of(
              new Backoff(
                  left,
                  "the target asked to be left alone for %s (Retry-After)"
                      .formatted(DurationText.of(asked))))
          : Stream.empty();
    }
    return finding.kind() == FindingKind.SHED
        ? Stream.of(
            new Backoff(
                DEFAULT,
                "the target sheds load, so that it is left alone for " + DurationText.of(DEFAULT)))
        : Stream.empty();
  }
}
