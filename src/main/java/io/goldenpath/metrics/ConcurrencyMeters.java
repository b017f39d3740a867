package io.goldenpath.metrics;

import io.goldenpath.model.run.ConcurrencySummary;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.UserLatencies;
import io.goldenpath.model.run.UserRun;
import io.goldenpath.model.target.User;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What the users of the last run met together. What it does not tell has no series. */
final class ConcurrencyMeters {

  /** So few users that each may have a series. */
  private static final int MAX_USER_SERIES = 10;

  private static final String USER_ANSWER = "goldenpath.user.answer.seconds";

  private final ProbeSeries series;
  private final Map<String, Double> values = new ConcurrentHashMap<>();

  ConcurrencyMeters(ProbeSeries series) {
    this.series = series;
  }

  /** The users may be others from now on. */
  void usersChanged() {
    series.remove(USER_ANSWER);
  }

  /**
   * A run has ended.
   *
   * @param users all who might have taken part
   */
  void finished(Run run, List<User> users) {
    ConcurrencySummary.of(run)
        .ifPresent(concurrency -> {
          publish(concurrency);
          if (users.size() <= MAX_USER_SERIES) {
            users.forEach(user -> publish(user, run));
          }
        });
  }

  private void publish(ConcurrencySummary concurrency) {
    Optional<UserLatencies> answer = Optional.ofNullable(concurrency.answer());
    publish(
        "goldenpath.users.connected.ratio",
        "Users of the last run who were welcomed, of all who were at it at once.",
        Optional.of(concurrency.connected().ratio()));
    publish(
        "goldenpath.users.succeeded.ratio",
        "Users of the last run whose path was good, of all who asked at once.",
        Optional.of(concurrency.succeeded().ratio()));
    publish(
        "goldenpath.first.event.spread.seconds",
        "How much later the first agent event came to the last user than to the first.",
        Optional.ofNullable(concurrency.firstEvent())
            .map(UserLatencies::spread)
            .map(ConcurrencyMeters::seconds));
    publish(
        "goldenpath.answer.spread.seconds",
        "How much later the answer came to the last user than to the first.",
        answer.map(UserLatencies::spread).map(ConcurrencyMeters::seconds));
    publish(
        "goldenpath.answer.growth.per.user.seconds",
        "How much later each further user got the answer; next to nothing where all are served side"
            + " by side.",
        answer.map(UserLatencies::growthPerUser).map(ConcurrencyMeters::seconds));
  }

  private void publish(User user, Run run) {
    publish(
        USER_ANSWER,
        "From this user's message to the answer in the last run.",
        run.users().stream()
            .filter(result -> result.slot() == user.slot())
            .findFirst()
            .flatMap(UserRun::timeToAnswer)
            .map(ConcurrencyMeters::seconds),
        "user",
        String.valueOf(user.slot()));
  }

  private void publish(String name, String description, Optional<Double> value, String... labels) {
    String key = name + String.join(",", labels);
    if (value.isEmpty()) {
      values.remove(key);
      series.remove(name, labels);
      return;
    }
    values.put(key, value.get());
    series.gauge(name, description, () -> values.getOrDefault(key, Double.NaN), labels);
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }
}
