package io.goldenpath.slo;

import io.goldenpath.history.recording.StoreWriter;
import io.goldenpath.history.store.AggregateSpan;
import io.goldenpath.history.store.OutcomeCounts.ScheduledRuns;
import io.goldenpath.history.store.RunStore;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.probe.ServiceLevelObjective;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunListener;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The error budget of every probe that has an objective, from the history's aggregates. Where the
 * history cannot be read, it is the last one that was.
 */
public final class ErrorBudgets implements RunListener {

  private static final Logger logger = LoggerFactory.getLogger(ErrorBudgets.class);
  private static final Duration PERIOD = Duration.ofSeconds(30);
  private static final Map<Duration, AggregateSpan> RECENT =
      Map.of(
          Duration.ofHours(1), AggregateSpan.FIVE_MINUTES,
          Duration.ofHours(6), AggregateSpan.FIVE_MINUTES,
          Duration.ofDays(3), AggregateSpan.HOUR);

  private final StoreWriter writer;
  private final InstantSource clock;
  private final Map<ProbeId, ErrorBudget> budgets = new ConcurrentHashMap<>();
  private volatile Map<ProbeId, ServiceLevelObjective> objectives = Map.of();
  private volatile Instant next = Instant.MIN;

  public ErrorBudgets(StoreWriter writer, InstantSource clock) {
    this.writer = writer;
    this.clock = clock;
  }

  @Override
  public void watching(List<Probe> probes) {
    Map<ProbeId, ServiceLevelObjective> watched = new ConcurrentHashMap<>();
    for (Probe probe : probes) {
      ServiceLevelObjective objective = probe.serviceLevel().objective();
      if (objective != null) {
        watched.put(probe.id(), objective);
      }
    }
    objectives = Map.copyOf(watched);
    budgets.keySet().retainAll(watched.keySet());
    next = Instant.MIN;
  }

  @Override
  public void finished(Run run) {}

  /** The objective that the settings give the probe; empty where they give none. */
  public Optional<ServiceLevelObjective> objective(ProbeId probe) {
    return Optional.ofNullable(objectives.get(probe));
  }

  /** Empty where the probe has no objective, or the history has not been read yet. */
  public Optional<ErrorBudget> budget(ProbeId probe) {
    return Optional.ofNullable(budgets.get(probe))
        .filter(budget -> budget.objective().equals(objectives.get(probe)));
  }

  /** Reckons anew every half a minute; to be called often. */
  public void refresh() {
    Instant now = clock.instant();
    if (now.isBefore(next)) {
      return;
    }
    try {
      writer
          .store()
          .ifPresent(store -> {
            next = now.plus(PERIOD);
            objectives.forEach(
                (probe, objective) -> budgets.put(probe, budget(store, probe, objective, now)));
          });
    } catch (RuntimeException failure) {
      logger.debug("Error budgets could not be reckoned", failure);
    }
  }

  private static ErrorBudget budget(
      RunStore store, ProbeId probe, ServiceLevelObjective objective, Instant now) {
    SortedMap<Duration, RunCounts> recent = new TreeMap<>();
    RECENT.forEach((time, span) ->
        recent.put(
            time,
            RunCounts.of(
                store.scheduled(probe, span, now.minus(time)).outcomes(), objective.good())));
    ScheduledRuns all = store.scheduled(probe, AggregateSpan.HOUR, now.minus(objective.over()));
    return new ErrorBudget(
        objective, now, all.since(), RunCounts.of(all.outcomes(), objective.good()), recent);
  }
}
