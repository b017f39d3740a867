package io.goldenpath.metrics;

import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Expiry;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.UserRun;
import io.goldenpath.model.run.Verdict;
import io.goldenpath.verdict.ProbeState;
import io.goldenpath.verdict.VerdictBoard;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the last run told. Each of its gauges appears with the first run that has something to tell,
 * for a restart of the monitor must not look like an outage of the target.
 */
final class LastRunGauges {

  private final ProbeId probe;
  private final ProbeSeries series;
  private final VerdictBoard board;
  private final Map<String, Double> values = new ConcurrentHashMap<>();

  LastRunGauges(ProbeId probe, ProbeSeries series, VerdictBoard board) {
    this.probe = probe;
    this.series = series;
    this.board = board;
  }

  void finished(Run run) {
    publish(
        "goldenpath.last.run.timestamp.seconds",
        "When the last run ended, in Unix time.",
        seconds(run.endedAt()));
    publishVerdict();
    if (run.outcome() != Outcome.BROKEN) {
      publishResult(run);
    }
  }

  private void publishResult(Run run) {
    publish(
        "probe.success",
        "Whether the last run passed, be it degraded.",
        run.succeeded() ? 1.0 : 0.0);
    publish("probe.duration.seconds", "How long the last run took.", seconds(run.duration()));
    if (run.succeeded()) {
      publish(
          "goldenpath.last.success.timestamp.seconds",
          "When the last run that passed, be it degraded, ended, in Unix time.",
          seconds(run.endedAt()));
    }
    publishExpiry(
        run,
        "goldenpath.certificate.expiry.timestamp.seconds",
        "When the first certificate of the target's chain ends, in Unix time.",
        Expiry::certificate);
    publishExpiry(
        run,
        "goldenpath.token.expiry.timestamp.seconds",
        "When the first of the users' tokens ends, in Unix time.",
        Expiry::token);
  }

  private void publishVerdict() {
    for (Verdict verdict : Verdict.values()) {
      series.gauge(
          "goldenpath.verdict",
          "What is believed of the target: 1 for the current verdict.",
          () -> board.state(probe).map(ProbeState::verdict).orElse(null) == verdict ? 1 : 0,
          "verdict",
          verdict.label());
    }
    series.gauge(
        "goldenpath.consecutive.failures",
        "Failed runs since the last one that was none.",
        () -> board.state(probe).map(now -> now.counts().consecutiveFailures()).orElse(0));
  }

  private void publishExpiry(
      Run run, String name, String description, Function<Expiry, @Nullable Instant> end) {
    run.users().stream()
        .map(UserRun::expiry)
        .map(end)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .ifPresent(earliest -> publish(name, description, seconds(earliest)));
  }

  private void publish(String name, String description, double value) {
    values.put(name, value);
    series.gauge(name, description, () -> values.getOrDefault(name, Double.NaN));
  }

  private static double seconds(Instant date) {
    return date.toEpochMilli() / 1e3;
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }
}
