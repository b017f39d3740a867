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
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes what the store keeps no longer, and tells where its size leaves less than its age. */
final class StoreRetention {

  private static final Logger logger = LoggerFactory.getLogger(StoreRetention.class);
  private static final Duration PAUSE = Duration.ofSeconds(10);
  private static final Duration MOMENT = Duration.ofMillis(200);

  private final RetentionLimits limits;
  private final InstantSource clock;
  private final Stopwatch stopwatch;
  private volatile KeptPeriod runs;
  private volatile KeptPeriod transcripts;
  private Deadline next;

  StoreRetention(RetentionLimits limits, InstantSource clock, Stopwatch stopwatch) {
    this.limits = limits;
    this.runs = new KeptPeriod(limits.runs(), null);
    this.transcripts = new KeptPeriod(limits.transcripts(), null);
    this.clock = clock;
    this.stopwatch = stopwatch;
    this.next = Deadline.in(Duration.ZERO, stopwatch);
  }

  /** For a moment at a time, so that runs need not wait for long. */
  void expire(RunStore open) {
    if (!next.reached(stopwatch.nanos())) {
      return;
    }
    Deadline end = Deadline.in(MOMENT, stopwatch);
    Set<RetentionStep> taken = EnumSet.noneOf(RetentionStep.class);
    do {
      taken.add(open.expire(limits, clock.instant()));
    } while (!taken.contains(RetentionStep.NOTHING) && !end.reached(stopwatch.nanos()));
    next = Deadline.in(taken.contains(RetentionStep.NOTHING) ? PAUSE : Duration.ZERO, stopwatch);
    if (taken.contains(RetentionStep.RUNS_BEYOND_SIZE)) {
      runs = shortened("good runs", runs, open.oldestGood());
    }
    if (taken.contains(RetentionStep.FRAMES_BEYOND_SIZE)) {
      transcripts = shortened("transcripts of good runs", transcripts, open.oldestGoodFrames());
    }
  }

  KeptPeriod runs() {
    return runs.at(clock.instant());
  }

  KeptPeriod transcripts() {
    return transcripts.at(clock.instant());
  }

  private KeptPeriod shortened(String what, KeptPeriod before, Optional<Instant> oldest) {
    Instant since = oldest.orElse(clock.instant());
    if (before.since() == null) {
      logger.warn(
          "The history has reached its size of {} MB: {} are kept since {} only, not for {}"
              + " (see goldenpath.history.size)",
          limits.bytes() >> 20,
          what,
          since.truncatedTo(ChronoUnit.SECONDS),
          DurationText.of(before.wanted()));
    }
    return new KeptPeriod(before.wanted(), since);
  }
}
