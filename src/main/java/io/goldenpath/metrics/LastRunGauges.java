package io.goldenpath.metrics;

import io.goldenpath.model.finding.CauseClass;
import io.goldenpath.model.finding.Labelled;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.regression.RegressionState;
import io.goldenpath.model.run.ConcurrencySummary;
import io.goldenpath.model.run.Expiry;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.StepResult;
import io.goldenpath.model.run.UserLatencies;
import io.goldenpath.model.run.UserRun;
import io.goldenpath.model.run.Verdict;
import io.goldenpath.model.target.User;
import io.goldenpath.verdict.ProbeState;
import io.goldenpath.verdict.VerdictBoard;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gauges of the last run. Each appears with the first run that has a value for it: a restart of the
 * monitor must not look like an outage of the target. What compares users has no row where a later
 * run of several users has no value for it.
 */
final class LastRunGauges {

  /** So few users that each may have a series. */
  private static final int MAX_USER_SERIES = 10;

  private final ProbeId probe;
  private final SeriesGroup series;
  private final VerdictBoard board;
  private boolean verdictPublished;

  LastRunGauges(ProbeId probe, SeriesGroup series, VerdictBoard board) {
    this.probe = probe;
    this.series = series;
    this.board = board;
  }

  /** Takes all users who might have taken part. */
  void finished(Run run, List<User> users) {
    series.gauge(MonitorMeter.LAST_RUN, run.endedAt());
    if (!verdictPublished) {
      publishVerdict();
      verdictPublished = true;
    }
    publishRegressions();
    if (run.valid()) {
      double success = run.succeeded() ? 1 : 0;
      series.gauge(MonitorMeter.SUCCESS, () -> success);
      series.gauge(MonitorMeter.DURATION, run.duration());
      run.users().stream()
          .flatMap(user -> user.walkedLogin().stream())
          .filter(login -> login.state() == StepResult.State.PASSED)
          .map(login -> run.info().startedAt().plus(login.end()))
          .max(Comparator.naturalOrder())
          .ifPresent(last -> series.gauge(MonitorMeter.LAST_LOGIN, last));
      for (Step step : List.of(Step.LOGIN, Step.CONNECT)) {
        publishExpiry(
            run,
            MonitorMeter.CERTIFICATE_EXPIRY,
            expiry -> expiry.certificates().get(step),
            step.label());
      }
      publishExpiry(run, MonitorMeter.TOKEN_EXPIRY, Expiry::token);
      ConcurrencySummary.of(run)
          .ifPresent(concurrency -> {
            publish(concurrency);
            series.rows(
                MonitorMeter.USER_ANSWER,
                users.size() <= MAX_USER_SERIES ? answers(run) : Map.of());
          });
    }
    if (run.succeeded()) {
      series.gauge(MonitorMeter.LAST_SUCCESS, run.endedAt());
    }
  }

  /** Of a run before the start of the monitor. */
  void restored(Run run, @Nullable Instant lastSuccess, List<User> users) {
    finished(run, users);
    if (lastSuccess != null) {
      series.gauge(MonitorMeter.LAST_SUCCESS, lastSuccess);
    }
  }

  /** Read from the board whenever series are read. */
  private void publishVerdict() {
    series.rows(
        MonitorMeter.VERDICT,
        flags(Verdict.values(), (state, verdict) -> state.verdict() == verdict));
    series.rows(
        MonitorMeter.CAUSE,
        flags(CauseClass.values(), (state, lost) -> state.causes().contains(lost)));
    series.gauge(
        MonitorMeter.CONSECUTIVE_FAILURES,
        () -> board.state(probe).map(ProbeState::consecutiveFailures).orElse(0));
    series.gauge(MonitorMeter.BASELINE_RUNS, () -> board.regressions(probe).learned());
  }

  private void publishRegressions() {
    RegressionState regressions = board.regressions(probe);
    Map<List<String>, Supplier<Number>> open = new HashMap<>();
    regressions
        .open()
        .forEach(found -> open.put(List.of(found.kind().label(), found.event()), () -> 1));
    series.rows(MonitorMeter.REGRESSION, open);
  }

  /** A row for each of these values: 1 where it is the probe's current one. */
  private <L extends Labelled> Map<List<String>, Supplier<Number>> flags(
      L[] all, BiPredicate<ProbeState, L> current) {
    return Arrays.stream(all)
        .collect(
            Collectors.toMap(
                value -> List.of(value.label()),
                value ->
                    () ->
                        board.state(probe).filter(state -> current.test(state, value)).isPresent()
                            ? 1
                            : 0));
  }

  private void publishExpiry(
      Run run, MonitorMeter meter, Function<Expiry, @Nullable Instant> expiry, String... labels) {
    run.users().stream()
        .map(UserRun::expiry)
        .map(expiry)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .ifPresent(earliest -> series.row(meter, earliest, labels));
  }

  private void publish(ConcurrencySummary concurrency) {
    Optional<UserLatencies> answer = Optional.ofNullable(concurrency.answer());
    double connected = concurrency.connected().ratio();
    double succeeded = concurrency.succeeded().ratio();
    series.gauge(MonitorMeter.USERS_CONNECTED, () -> connected);
    series.gauge(MonitorMeter.USERS_SUCCEEDED, () -> succeeded);
    series.gauge(
        MonitorMeter.FIRST_EVENT_SPREAD,
        Optional.ofNullable(concurrency.firstEvent()).map(UserLatencies::spread));
    series.gauge(MonitorMeter.ANSWER_SPREAD, answer.map(UserLatencies::spread));
    series.gauge(MonitorMeter.ANSWER_GROWTH, answer.map(UserLatencies::growthPerUser));
  }

  private static Map<List<String>, Supplier<Number>> answers(Run run) {
    Map<List<String>, Supplier<Number>> answers = new HashMap<>();
    run.users()
        .forEach(user ->
            user.timeToAnswer()
                .ifPresent(time ->
                    answers.put(
                        List.of(String.valueOf(user.slot())), () -> SeriesGroup.seconds(time))));
    return answers;
  }
}
