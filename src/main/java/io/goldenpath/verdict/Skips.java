package io.goldenpath.verdict;

import io.goldenpath.model.run.SkippedRun;
import io.goldenpath.model.time.UtcTime;
import java.time.Instant;

/**
 * Runs of a probe that were due lately and did not take place.
 *
 * @param skipped How many of the last {@code due} were skipped.
 * @param nextTry When a run is due that may take place, in words; empty where one has since.
 */
public record Skips(int skipped, int due, SkippedRun last, String nextTry) {

  static Skips of(int skipped, int due, SkippedRun last, boolean ranSince) {
    Instant next = ranSince ? null : last.nextTry();
    return new Skips(skipped, due, last, next == null ? "" : "next try at " + UtcTime.minute(next));
  }

  /** One clause for a person: how many, why, and when the next try is. */
  public String text() {
    return "%d of the last %d due runs skipped (%s): %s"
        .formatted(skipped, due, last.reason().label(), why());
  }

  String why() {
    return last.why() + (nextTry.isEmpty() ? "" : "; " + nextTry);
  }
}
