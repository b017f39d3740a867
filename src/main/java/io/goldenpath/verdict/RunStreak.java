package io.goldenpath.verdict;

import io.goldenpath.model.run.Run;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a probe's runs went lately.
 *
 * @param failures How many failed in a row.
 * @param lastSuccess When the last good one ended; null before the first.
 */
public record RunStreak(int failures, @Nullable Instant lastSuccess) {

  static final RunStreak NONE = new RunStreak(0, null);

  RunStreak after(Run run, boolean good) {
    Instant success = run.succeeded() ? run.endedAt() : lastSuccess;
    return new RunStreak(good ? 0 : failures + 1, success);
  }
}
