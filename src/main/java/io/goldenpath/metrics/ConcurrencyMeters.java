package io.goldenpath.metrics;

import io.goldenpath.model.run.ConcurrencySummary;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.UserLatencies;
import io.goldenpath.model.target.User;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Gauges of the last run of several users; a value that the run does not have has no row. */
record ConcurrencyMeters(SeriesGroup series) {

  /** So few users that each may have a series. */
  private static final int MAX_USER_SERIES = 10;

  void usersChanged() {
    series.rows(MonitorMeter.USER_ANSWER, Map.of());
  }

  /** Takes all users who might have taken part. */
  void finished(Run run, List<User> users) {
    ConcurrencySummary.of(run)
        .ifPresent(concurrency -> {
          publish(concurrency);
          series.rows(
              MonitorMeter.USER_ANSWER, users.size() <= MAX_USER_SERIES ? answers(run) : Map.of());
        });
  }

  private void publish(ConcurrencySummary concurrency) {
    Optional<UserLatencies> answer = Optional.ofNullable(concurrency.answer());
    series.gauge(MonitorMeter.USERS_CONNECTED, () -> concurrency.connected().ratio());
    series.gauge(MonitorMeter.USERS_SUCCEEDED, () -> concurrency.succeeded().ratio());
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
