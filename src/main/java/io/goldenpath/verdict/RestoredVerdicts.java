package io.goldenpath.verdict;

import io.goldenpath.model.finding.Step;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Run;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was believed before the monitor was started. It does not go stale for the time that a start
 * takes. Guarded by {@link VerdictBoard}.
 */
final class RestoredVerdicts {

  private static final Logger logger = LoggerFactory.getLogger(RestoredVerdicts.class);
  private static final Duration LONGEST_START = Duration.ofMinutes(15);

  private final InstantSource clock;
  private final Map<ProbeId, Saved> saved = new HashMap<>();
  private final Map<ProbeId, Instant> taken = new HashMap<>();
  private final Map<ProbeId, String> lastRuns = new HashMap<>();

  RestoredVerdicts(InstantSource clock) {
    this.clock = clock;
  }

  private record Saved(SavedVerdict verdict, Run lastRun) {}

  void read(Map<ProbeId, String> texts, Function<String, Optional<Run>> runs) {
    texts.forEach((probe, text) -> {
      try {
        SavedVerdict verdict = SavedVerdict.read(text);
        runs.apply(verdict.lastRun()).ifPresent(run -> saved.put(probe, new Saved(verdict, run)));
      } catch (RuntimeException unreadable) {
        logger.warn(
            "What was believed of {} before the start cannot be read, so it begins anew",
            probe,
            unreadable);
      }
    });
  }

  /** Once; empty where nothing was saved. */
  Optional<ProbeState> take(Probe probe) {
    Saved found = saved.remove(probe.id());
    if (found == null) {
      return Optional.empty();
    }
    lastRuns.put(probe.id(), found.lastRun().id());
    Instant now = clock.instant();
    if (Duration.between(found.lastRun().endedAt(), now).compareTo(LONGEST_START) <= 0) {
      taken.put(probe.id(), now);
    }
    return Optional.of(found.verdict().state(probe, found.lastRun()));
  }

  /**
   * Whether the cause is a login that the last run before the start had no need of: tokens go with
   * the process, so that the next run may fail there for what is wrong all the same.
   */
  boolean forgotTokenOf(@Nullable Run before, ProbeState after) {
    return before != null
        && before.id().equals(lastRuns.get(before.probe()))
        && after.cause() != null
        && after.cause().finding().step() == Step.LOGIN
        && before.users().stream().anyMatch(user -> user.walkedLogin().isEmpty());
  }

  /** When its last run ended, or the start gave it as much time as if one had. */
  Instant lastHeard(ProbeId probe, Instant lastRun) {
    Instant began = taken.getOrDefault(probe, lastRun);
    return began.isAfter(lastRun) ? began : lastRun;
  }
}
