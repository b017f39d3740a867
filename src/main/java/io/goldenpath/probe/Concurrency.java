package io.goldenpath.probe;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What several users at once met together. Who has only listened counts among the connected, and
 * nowhere else.
 *
 * @param connected How many of all users were welcomed.
 * @param succeeded How many of those who were to ask got their answer, with nothing found of them
 *     that fails a run.
 * @param firstEvent From each user's message to the first agent event; null where none came.
 * @param answer From each user's message to the terminal event; null where none came.
 */
public record Concurrency(
    Share connected, Share succeeded, @Nullable Times firstEvent, @Nullable Times answer) {

  /**
   * So many of so many.
   *
   * @param count How many.
   * @param all Of how many.
   */
  public record Share(int count, int all) {

    /** From 0 to 1; nobody of nobody is everybody. */
    public double ratio() {
      return all == 0 ? 1 : (double) count / all;
    }

    /** Written {@code 11 of 12}. */
    @Override
    public String toString() {
      return count + " of " + all;
    }
  }

  /** What these users met together; empty for a run of one. */
  public static Optional<Concurrency> of(Run run) {
    if (run.users().size() < 2) {
      return Optional.empty();
    }
    Set<Integer> failed = new HashSet<>();
    run.findings().stream()
        .filter(finding -> finding.severity().compareTo(Severity.ERROR) >= 0)
        .forEach(finding -> failed.add(finding.slot()));
    List<UserRun> askers = run.users().stream().filter(user -> !user.onlyListened()).toList();
    long connected = run.users().stream().filter(Concurrency::connected).count();
    long succeeded =
        askers.stream().filter(user -> !failed.contains(user.slot()) && succeeded(user)).count();
    return Optional.of(
        new Concurrency(
            new Share((int) connected, run.users().size()),
            new Share((int) succeeded, askers.size()),
            times(askers, user -> user.events().stream().map(EventMark::delay).findFirst()),
            times(askers, UserRun::answer)));
  }

  private static @Nullable Times times(
      List<UserRun> users, Function<UserRun, Optional<Duration>> time) {
    List<Times.UserTime> sorted =
        users.stream()
            .flatMap(user ->
                time.apply(user).map(took -> new Times.UserTime(user.slot(), took)).stream())
            .sorted(Comparator.comparing(Times.UserTime::time))
            .toList();
    return sorted.isEmpty() ? null : Times.of(sorted);
  }

  private static boolean connected(UserRun user) {
    return user.passed(Step.WELCOME) || user.sentAt().isPresent();
  }

  /** A weight that was lowered because enough others got through does not hide who did not. */
  private static boolean succeeded(UserRun user) {
    return user.answer().isPresent() && user.faultless();
  }
}
