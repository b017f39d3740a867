package io.goldenpath.verdict;

import io.goldenpath.model.finding.Step;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Run;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was believed before the monitor was started, or the probe was removed. It does not go stale
 * for the time that a start takes. Guarded by {@link VerdictBoard}.
 */
final class RestoredVerdicts {

  private static final Logger logger = LoggerFactory.getLogger(RestoredVerdicts.class);
  private static final Duration LONGEST_START = Duration.ofMinutes(15);

  /** Bound on the probes that were removed. */
  private static final int MOST_REMOVED = 100;

  private final InstantSource clock;
  private final Map<ProbeId, Saved> saved = new HashMap<>();
  private final LinkedHashMap<ProbeId, ProbeState> removed = new LinkedHashMap<>();
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

  /** Of a probe that is no longer watched, for the case that it comes back. */
  void keep(ProbeState state) {
    Run last = state.lastRun();
    if (last != null) {
      removed.putLast(state.probe().id(), state.withLastRun(last.withoutFrames()));
      if (removed.size() > MOST_REMOVED) {
        removed.pollFirstEntry();
      }
    }
  }

  /** Once; empty where nothing was saved or kept. */
  Optional<ProbeState> take(Probe probe) {
    ProbeState kept = removed.remove(probe.id());
    Saved found = saved.remove(probe.id());
    if (found != null) {
      lastRuns.put(probe.id(), found.lastRun().id());
    }
    Optional<ProbeState> state =
        kept == null
            ? Optional.ofNullable(found)
                .map(before -> before.verdict().state(probe, before.lastRun()))
            : Optional.of(kept.withProbe(probe));
    state.map(ProbeState::lastRun).ifPresent(last -> allowTime(probe.id(), last));
    return state;
  }

  private void allowTime(ProbeId probe, Run last) {
    Instant now = clock.instant();
    if (Duration.between(last.endedAt(), now).compareTo(LONGEST_START) <= 0) {
      taken.put(probe, now);
    }
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
