package io.goldenpath.metrics;

import io.goldenpath.probe.Expiry;
import io.goldenpath.probe.Outcome;
import io.goldenpath.probe.ProbeId;
import io.goldenpath.probe.Run;
import io.goldenpath.probe.UserRun;
import io.goldenpath.verdict.Standing;
import io.goldenpath.verdict.Verdict;
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
final class Latest {

  private final ProbeId probe;
  private final Series series;
  private final VerdictBoard board;
  private final Map<String, Double> told = new ConcurrentHashMap<>();

  Latest(ProbeId probe, Series series, VerdictBoard board) {
    this.probe = probe;
    this.series = series;
    this.board = board;
  }

  void finished(Run run) {
    tell(
        "goldenpath.last.run.timestamp.seconds",
        "When the last run ended, in Unix time.",
        seconds(run.endedAt()));
    tellStanding();
    if (run.outcome() != Outcome.BROKEN) {
      tellResult(run);
    }
  }

  private void tellResult(Run run) {
    tell(
        "probe.success",
        "Whether the last run passed, be it degraded.",
        run.succeeded() ? 1.0 : 0.0);
    tell("probe.duration.seconds", "How long the last run took.", seconds(run.duration()));
    if (run.succeeded()) {
      tell(
          "goldenpath.last.success.timestamp.seconds",
          "When the last run that passed, be it degraded, ended, in Unix time.",
          seconds(run.endedAt()));
    }
    tellExpiry(
        run,
        "goldenpath.certificate.expiry.timestamp.seconds",
        "When the first certificate of the target's chain ends, in Unix time.",
        Expiry::certificate);
    tellExpiry(
        run,
        "goldenpath.token.expiry.timestamp.seconds",
        "When the first of the users' tokens ends, in Unix time.",
        Expiry::token);
  }

  private void tellStanding() {
    for (Verdict verdict : Verdict.values()) {
      series.gauge(
          "goldenpath.verdict",
          "What is believed of the target: 1 for the current verdict.",
          () -> board.standing(probe).map(Standing::verdict).orElse(null) == verdict ? 1 : 0,
          "verdict",
          verdict.label());
    }
    series.gauge(
        "goldenpath.consecutive.failures",
        "Failed runs since the last one that was none.",
        () -> board.standing(probe).map(now -> now.tally().consecutiveFailures()).orElse(0));
  }

  private void tellExpiry(
      Run run, String name, String description, Function<Expiry, @Nullable Instant> end) {
    run.users().stream()
        .map(UserRun::expiry)
        .map(end)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .ifPresent(earliest -> tell(name, description, seconds(earliest)));
  }

  private void tell(String name, String description, double value) {
    told.put(name, value);
    series.gauge(name, description, () -> told.getOrDefault(name, Double.NaN));
  }

  private static double seconds(Instant date) {
    return date.toEpochMilli() / 1e3;
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }
}
