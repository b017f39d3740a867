package io.goldenpath.history.recording;

import io.goldenpath.history.store.RetentionLimits;
import io.goldenpath.history.store.RetentionStep;
import io.goldenpath.history.store.RunStore;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.model.time.Stopwatch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes what the store keeps no longer, and tells where its size leaves less than its age. */
final class StoreRetention {

  private static final Logger logger = LoggerFactory.getLogger(StoreRetention.class);
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final RetentionLimits limits;
  private final InstantSource clock;
  private final Stopwatch stopwatch;
  private volatile @Nullable Instant shortenedTo;
  private Deadline next;

  StoreRetention(RetentionLimits limits, InstantSource clock, Stopwatch stopwatch) {
    this.limits = limits;
    this.clock = clock;
    this.stopwatch = stopwatch;
    this.next = Deadline.in(Duration.ZERO, stopwatch);
  }

  /** One step at a time, so that runs need not wait for long. */
  void expire(RunStore open) {
    if (!next.reached(stopwatch.nanos())) {
      return;
    }
    RetentionStep step = open.expire(limits, clock.instant());
    next = Deadline.in(step == RetentionStep.NOTHING ? PAUSE : Duration.ZERO, stopwatch);
    if (step == RetentionStep.TOO_MUCH) {
      shortened(open.oldestGood().orElse(clock.instant()));
    }
  }

  /** Since when good runs are stored, where their size left no room for older ones. */
  Optional<Instant> shortenedTo() {
    return Optional.ofNullable(shortenedTo);
  }

  private void shortened(Instant to) {
    if (shortenedTo == null) {
      logger.warn(
          "The history has reached its size of {} MB: good runs are kept since {} only, not for {}"
              + " (see goldenpath.history.size)",
          limits.bytes() >> 20,
          to.truncatedTo(ChronoUnit.SECONDS),
          DurationText.of(limits.runs()));
    }
    shortenedTo = to;
  }
}
