package io.goldenpath.verdict;

import io.goldenpath.probe.Outcome;
import io.goldenpath.probe.Probe;
import io.goldenpath.probe.ProbeId;
import io.goldenpath.probe.Run;
import io.goldenpath.probe.RunListener;
import io.goldenpath.probe.SkipReason;
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
  private static final int PERIODS = 3;

  private final InstantSource clock;
  private final Map<ProbeId, Standing> standings = new LinkedHashMap<>();

  /** An empty board. */
  public VerdictBoard(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized void watching(List<Probe> probes) {
    Map<ProbeId, Standing> kept = new LinkedHashMap<>();
    for (Probe probe : probes) {
      Standing known = standings.get(probe.id());
      kept.put(
          probe.id(), known == null ? Standing.first(probe, clock.instant()) : known.of(probe));
    }
    standings.clear();
    standings.putAll(kept);
  }

  @Override
  public synchronized void finished(Run run) {
    logger.debug("Run {} of {} ended: {}", run.id(), run.probe(), run.outcome().label());
    Standing before = standings.get(run.probe());
    if (before == null) {
      return;
    }
    if (run.outcome() == Outcome.BROKEN) {
      age(before);
    } else {
      change(before, before.after(run));
    }
  }

  /** A run that did not take place is when a probe begins to be silent for too long. */
  @Override
  public synchronized void skipped(ProbeId probe, SkipReason reason) {
    standing(probe);
  }

  /** How this probe stands now. */
  public synchronized Optional<Standing> standing(ProbeId probe) {
    Standing known = standings.get(probe);
    if (known != null) {
      age(known);
    }
    return Optional.ofNullable(standings.get(probe));
  }

  /** How all probes stand now, worst first. */
  public synchronized List<Standing> standings() {
    List.copyOf(standings.values()).forEach(this::age);
    return standings.values().stream().sorted(Comparator.comparing(Standing::verdict)).toList();
  }

  private void age(Standing standing) {
    change(standing, aged(standing, clock.instant()));
  }

  private void change(Standing before, Standing after) {
    standings.put(after.probe().id(), after);
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
      after.why(),
      run
    };
    if (after.verdict() == Verdict.UP) {
      logger.info(line, words);
    } else {
      logger.warn(line, words);
    }
  }

  private static Standing aged(Standing standing, Instant now) {
    Run last = standing.lastRun();
    Optional<Duration> period = standing.probe().cadence().period();
    if (last == null || period.isEmpty()) {
      return standing;
    }
    Duration patience = period.get().multipliedBy(PERIODS);
    Instant end = last.endedAt().plus(patience);
    return now.isAfter(end)
        ? standing.stale(
            end,
            "no run that counts has ended for %d s, one was due every %d s"
                .formatted(patience.toSeconds(), period.get().toSeconds()))
        : standing;
  }
}
