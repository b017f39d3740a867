package io.goldenpath.metrics;

import io.goldenpath.probe.Concurrency;
import io.goldenpath.probe.Run;
import io.goldenpath.probe.Times;
import io.goldenpath.probe.User;
import io.goldenpath.probe.UserRun;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What the users of the last run met together. What it does not tell has no series. */
final class Company {

  /** So few users that each may have a series. */
  private static final int FEW = 10;

  private static final String USER = "goldenpath.user.answer.seconds";

  private final Series series;
  private final Map<String, Double> told = new ConcurrentHashMap<>();

  Company(Series series) {
    this.series = series;
  }

  /** The users may be others from now on. */
  void change() {
    series.remove(USER);
  }

  /**
   * A run has ended.
   *
   * @param users all who might have taken part
   */
  void finished(Run run, List<User> users) {
    Concurrency.of(run)
        .ifPresent(together -> {
          tell(together);
          if (users.size() <= FEW) {
            users.forEach(user -> tell(user, run));
          }
        });
  }

  private void tell(Concurrency together) {
    Optional<Times> answer = Optional.ofNullable(together.answer());
    tell(
        "goldenpath.users.connected.ratio",
        "Users of the last run who were welcomed, of all who were at it at once.",
        Optional.of(together.connected().ratio()));
    tell(
        "goldenpath.users.succeeded.ratio",
        "Users of the last run whose path was good, of all who asked at once.",
        Optional.of(together.succeeded().ratio()));
    tell(
        "goldenpath.first.event.spread.seconds",
        "How much later the first agent event came to the last user than to the first.",
        Optional.ofNullable(together.firstEvent()).map(Times::spread).map(Company::seconds));
    tell(
        "goldenpath.answer.spread.seconds",
        "How much later the answer came to the last user than to the first.",
        answer.map(Times::spread).map(Company::seconds));
    tell(
        "goldenpath.answer.growth.per.user.seconds",
        "How much later each further user got the answer; next to nothing where all are served side"
            + " by side.",
        answer.map(Times::growth).map(Company::seconds));
  }

  private void tell(User user, Run run) {
    tell(
        USER,
        "From this user's message to the answer in the last run.",
        run.users().stream()
            .filter(met -> met.slot() == user.slot())
            .findFirst()
            .flatMap(UserRun::answer)
            .map(Company::seconds),
        "user",
        String.valueOf(user.slot()));
  }

  private void tell(String name, String description, Optional<Double> value, String... labels) {
    String key = name + String.join(",", labels);
    if (value.isEmpty()) {
      told.remove(key);
      series.remove(name, labels);
      return;
    }
    told.put(key, value.get());
    series.gauge(name, description, () -> told.getOrDefault(key, Double.NaN), labels);
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }
}
