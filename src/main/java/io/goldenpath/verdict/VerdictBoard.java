package io.goldenpath.verdict;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.probe.VerdictPolicy;
import io.goldenpath.model.regression.RegressionListener;
import io.goldenpath.model.regression.RegressionState;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunListener;
import io.goldenpath.model.run.SkippedRun;
import io.goldenpath.model.run.Verdict;
import io.goldenpath.model.run.VerdictChange;
import io.goldenpath.model.run.VerdictListener;
import io.goldenpath.model.time.DurationText;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Verdict on each probe by its last valid runs; {@code unknown} when none has ended in three
 * periods. One whose runs are skipped stays down, or keeps a better verdict for a quarter of an
 * hour.
 */
public final class VerdictBoard implements RunListener, RegressionListener {

  private static final Logger logger = LoggerFactory.getLogger(VerdictBoard.class);
  private static final int STALE_AFTER_PERIODS = 3;
  private static final Duration SKIPPED_STALE_AFTER = Duration.ofMinutes(15);

  private final InstantSource clock;
  private final List<VerdictListener> listeners;
  private final Map<ProbeId, ProbeState> states = new LinkedHashMap<>();
  private final RestoredVerdicts restored;
  private final Map<ProbeId, DueRuns> dueRuns = new HashMap<>();
  private final Map<ProbeId, RecentCauses> recentCauses = new HashMap<>();
  private final LoginOutages outages = new LoginOutages();
  private final RemovedTargets removedTargets = new RemovedTargets();
  private final Map<ProbeId, RegressionState> regressions = new HashMap<>();

  public VerdictBoard(InstantSource clock, List<VerdictListener> listeners) {
    this.clock = clock;
    this.restored = new RestoredVerdicts(clock);
    this.listeners = List.copyOf(listeners);
  }

  /**
   * Begins where the last start ended, probe by probe as they are watched; {@code runs} finds a run
   * by its id.
   */
  public synchronized void restore(
      Map<ProbeId, String> saved, Function<String, Optional<Run>> runs) {
    restored.read(saved, runs);
  }

  /** What is believed of the probe, for the next start; empty before its first run. */
  public synchronized Optional<String> saved(ProbeId probe) {
    return Optional.ofNullable(states.get(probe)).flatMap(SavedVerdict::write);
  }

  @Override
  public synchronized void watching(List<Probe> probes) {
    Map<ProbeId, ProbeState> kept = new LinkedHashMap<>();
    for (Probe probe : probes) {
      ProbeState known = states.get(probe.id());
      kept.put(probe.id(), known == null ? begin(probe) : known.withProbe(probe));
    }
    states.values().stream()
        .filter(state -> !kept.containsKey(state.probe().id()))
        .forEach(restored::keep);
    states.clear();
    regressions.keySet().retainAll(kept.keySet());
    states.putAll(kept);
    dueRuns.keySet().retainAll(kept.keySet());
    recentCauses.keySet().retainAll(kept.keySet());
    outages.retain(probes);
    removedTargets.watching(probes, clock.instant());
  }

  @Override
  public synchronized void finished(Run run) {
    logger.debug("Run {} of {} ended: {}", run.id(), run.probe(), run.outcome().label());
    ProbeState before = states.get(run.probe());
    if (before != null && run.valid()) {
      ProbeState current = replace(before, current(before));
      boolean takesPlaceAgain = DueRuns.isDue(run, current.probe()) && dueRuns(run.probe()).run();
      outages.finished(run, current.probe());
      LoginOutage outage = outages.of(current.probe());
      ProbeState after =
          replace(
              current,
              run.excused()
                  ? current.afterExcusedRun(run, outage)
                  : current.afterRun(run, regressions(run.probe()), outage));
      if (takesPlaceAgain) {
        notifyListeners(listener -> listener.runsTakePlace(after.probe().id()));
      }
      if (!run.excused()) {
        tellOfDoubt(current.votes(), after);
      }
    }
  }

  private ProbeState begin(Probe probe) {
    ProbeState initial = ProbeState.initial(probe, clock.instant());
    ProbeState state = restored.take(probe).orElse(initial);
    if (!state.equals(initial)) {
      VerdictChange change = change(initial, state, state.reason());
      notifyListeners(listener -> listener.restored(change));
    }
    return state;
  }

  private void tellOfDoubt(VerdictVotes before, ProbeState after) {
    ProbeId probe = after.probe().id();
    VerdictPolicy policy = after.probe().verdict();
    VerdictVotes votes = after.votes();
    if (votes.flapping() && !before.flapping()) {
      notifyListeners(listener -> listener.flapping(probe, votes.sentence(policy)));
    } else if (before.flapping() && !votes.flapping()) {
      notifyListeners(listener -> listener.settled(probe));
    }
    if (votes.wantsConfirmation()) {
      notifyListeners(listener -> listener.confirmationWanted(probe, policy.confirmAfter()));
    }
  }

  @Override
  public synchronized void skipped(ProbeId probe, SkippedRun skipped) {
    if (states.containsKey(probe) && dueRuns(probe).skip(skipped)) {
      dueRuns(probe)
          .skips()
          .ifPresent(
              skips -> notifyListeners(listener -> listener.runsSkipped(probe, skips.text())));
    }
  }

  /** Comes before the run with which they opened or closed. */
  @Override
  public synchronized void changed(ProbeId probe, RegressionState state) {
    regressions.put(probe, state);
  }

  /** What is learned of the probe, and what has changed against it. */
  public synchronized RegressionState regressions(ProbeId probe) {
    return regressions.getOrDefault(probe, RegressionState.NONE);
  }

  public synchronized Optional<ProbeState> state(ProbeId probe) {
    return Optional.ofNullable(states.get(probe)).map(this::current);
  }

  /** Due runs that were skipped lately; empty while they take place. */
  public synchronized Optional<Skips> skips(ProbeId probe) {
    return states.containsKey(probe) ? dueRuns(probe).skips() : Optional.empty();
  }

  /** Worst first. */
  public synchronized List<ProbeState> states() {
    return states.values().stream()
        .map(this::current)
        .sorted(Comparator.comparing(ProbeState::verdict))
        .toList();
  }

  /** Targets that were watched within the last hour and are no longer. */
  public synchronized List<RemovedTarget> removedTargets() {
    return removedTargets.lately(clock.instant());
  }

  /** Tells listeners of verdicts that have become unknown since; to be called often. */
  public synchronized void expireStale() {
    List.copyOf(states.values()).forEach(state -> replace(state, current(state)));
  }

  private ProbeState replace(ProbeState before, ProbeState after) {
    ProbeId probe = after.probe().id();
    states.put(probe, after);
    boolean anotherCause =
        recentCauses.computeIfAbsent(probe, _ -> new RecentCauses()).add(after, clock.instant());
    if (before.verdict() != after.verdict()) {
      VerdictChange change = change(before, after, after.reason());
      notifyListeners(listener -> listener.changed(change));
    } else if (anotherCause
        && after.isDownAnew(before)
        && !restored.forgotTokenOf(before.lastRun(), after)) {
      VerdictChange change = change(before, after, after.causeHeadline());
      notifyListeners(listener -> listener.causeChanged(change));
    }
    return after;
  }

  private static VerdictChange change(ProbeState before, ProbeState after, String reason) {
    Run last = after.lastRun();
    return new VerdictChange(
        after.probe().id(),
        before.verdict(),
        after.verdict(),
        after.since(),
        reason,
        last == null ? null : last.id(),
        last == null ? null : last.info().keptTrace().orElse(null));
  }

  private void notifyListeners(Consumer<VerdictListener> news) {
    for (VerdictListener listener : listeners) {
      try {
        news.accept(listener);
      } catch (RuntimeException | Error failure) {
        logger.warn("Listener {} failed", listener.getClass().getSimpleName(), failure);
      }
    }
  }

  private DueRuns dueRuns(ProbeId probe) {
    return dueRuns.computeIfAbsent(probe, _ -> new DueRuns());
  }

  private ProbeState current(ProbeState state) {
    DueRuns due = dueRuns(state.probe().id());
    Skips skips = due.skips().orElse(null);
    String why = skips == null || !due.lastSkipped() ? null : skips.why();
    return unlessStale(state, why);
  }

  private ProbeState unlessStale(ProbeState state, @Nullable String skipped) {
    Run last = state.lastRun();
    Optional<Duration> period = state.probe().cadence().period();
    if (last == null && skipped != null) {
      return state.expired(state.since(), "no run has ended yet; runs are skipped: " + skipped);
    }
    if (last == null || period.isEmpty() || (skipped != null && state.verdict() == Verdict.DOWN)) {
      return state;
    }
    Duration maxAge = period.get().multipliedBy(STALE_AFTER_PERIODS);
    if (skipped != null && maxAge.compareTo(SKIPPED_STALE_AFTER) < 0) {
      maxAge = SKIPPED_STALE_AFTER;
    }
    Instant end = restored.lastHeard(state.probe().id(), last.endedAt()).plus(maxAge);
    return clock.instant().isAfter(end)
        ? state.expired(
            end,
            "no valid run has ended for %s; one is due every %s%s"
                .formatted(
                    DurationText.of(maxAge),
                    DurationText.of(period.get()),
                    skipped == null ? "" : "; runs are skipped: " + skipped))
        : state;
  }
}
