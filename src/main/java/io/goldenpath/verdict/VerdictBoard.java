package io.goldenpath.verdict;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunListener;
import io.goldenpath.model.run.SkipReason;
import io.goldenpath.model.run.Verdict;
import io.goldenpath.model.time.DurationText;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The current verdict of every probe: that of its last run which was not our own fault, and {@code
 * unknown} when none has ended in three periods. Each change is one line in the log.
 */
public final class VerdictBoard implements RunListener {

  private static final Logger logger = LoggerFactory.getLogger(VerdictBoard.class);
  private static final int STALE_AFTER_PERIODS = 3;

  private final InstantSource clock;
  private final Map<ProbeId, ProbeState> states = new LinkedHashMap<>();

  /** An empty board. */
  public VerdictBoard(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized void watching(List<Probe> probes) {
    Map<ProbeId, ProbeState> kept = new LinkedHashMap<>();
    for (Probe probe : probes) {
      ProbeState known = states.get(probe.id());
      kept.put(
          probe.id(),
          known == null ? ProbeState.initial(probe, clock.instant()) : known.withProbe(probe));
    }
    states.clear();
    states.putAll(kept);
  }

  @Override
  public synchronized void finished(Run run) {
    logger.debug("Run {} of {} ended: {}", run.id(), run.probe(), run.outcome().label());
    ProbeState before = states.get(run.probe());
    if (before == null) {
      return;
    }
    if (run.outcome() == Outcome.BROKEN) {
      expireIfStale(before);
    } else {
      change(before, before.afterRun(run));
    }
  }

  /** A run that did not take place is when a probe begins to be silent for too long. */
  @Override
  public synchronized void skipped(ProbeId probe, SkipReason reason) {
    state(probe);
  }

  /** How this probe stands now. */
  public synchronized Optional<ProbeState> state(ProbeId probe) {
    ProbeState known = states.get(probe);
    if (known != null) {
      expireIfStale(known);
    }
    return Optional.ofNullable(states.get(probe));
  }

  /** How all probes stand now, worst first. */
  public synchronized List<ProbeState> states() {
    List.copyOf(states.values()).forEach(this::expireIfStale);
    return states.values().stream().sorted(Comparator.comparing(ProbeState::verdict)).toList();
  }

  private void expireIfStale(ProbeState state) {
    change(state, expired(state, clock.instant()));
  }

  private void change(ProbeState before, ProbeState after) {
    states.put(after.probe().id(), after);
    if (before.verdict() == after.verdict()) {
      return;
    }
    String run = after.lastRun() == null ? "none" : after.lastRun().id();
    String line = "{} is {} (was {}) since {}: {} (run {})";
    Object[] words = {
      after.probe().id(),
      after.verdict().label(),
      before.verdict().label(),
      after.since().truncatedTo(ChronoUnit.MILLIS),
      after.reason(),
      run
    };
    if (after.verdict() == Verdict.UP) {
      logger.info(line, words);
    } else {
      logger.warn(line, words);
    }
  }

  private static ProbeState expired(ProbeState state, Instant now) {
    Run last = state.lastRun();
    Optional<Duration> period = state.probe().cadence().period();
    if (last == null || period.isEmpty()) {
      return state;
    }
    Duration maxAge = period.get().multipliedBy(STALE_AFTER_PERIODS);
    Instant end = last.endedAt().plus(maxAge);
    return now.isAfter(end)
        ? state.expired(
            end,
            "no valid run has ended for %s; one is due every %s"
                .formatted(DurationText.of(maxAge), DurationText.of(period.get())))
        : state;
  }
}
