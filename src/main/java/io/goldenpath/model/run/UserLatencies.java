package io.goldenpath.model.run;

import io.goldenpath.model.time.DurationText;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The same time of several users, compared.
 *
 * @param growthPerUser How much later each further user was served: the time of one user where all
 *     are served in turn, near zero where they are served side by side.
 */
public record UserLatencies(
    int count, UserLatency fastest, UserLatency slowest, Duration growthPerUser) {

  /** The time that one user took. */
  public record UserLatency(int slot, Duration time) {}

  static UserLatencies of(List<UserLatency> sorted) {
    return new UserLatencies(sorted.size(), sorted.getFirst(), sorted.getLast(), growth(sorted));
  }

  public Duration spread() {
    return slowest.time().minus(fastest.time());
  }

  /**
   * Whether users seem to be served one after the other: each further one waits at least half as
   * long as the first one took. Two or three users tell chance and order hardly apart.
   */
  public boolean servedSerially() {
    return count > 3 && growthPerUser.multipliedBy(2).compareTo(fastest.time()) >= 0;
  }

  String rangeText() {
    String first = DurationText.of(fastest.time());
    String last = DurationText.of(slowest.time());
    return count == 1
        ? first
        : "%s to %s, %s apart".formatted(first, last, DurationText.of(spread()));
  }

  String slowestText() {
    return "user %d in %s".formatted(slowest.slot(), DurationText.of(slowest.time()));
  }

  String servedText() {
    return "%seach additional user waits %s longer"
        .formatted(servedSerially() ? "one after the other: " : "", DurationText.of(growthPerUser));
  }

  /**
   * The slope of the times over their ranks by Theil's incomplete method: each time of the faster
   * half is paired with the one half a field behind it, and the median of their slopes is taken,
   * the lower of two. A few stragglers do not move it, and it is linear in the users.
   */
  private static Duration growth(List<UserLatency> sorted) {
    int stride = (sorted.size() + 1) / 2;
    long[] gains =
        IntStream.range(0, sorted.size() - stride)
            .mapToLong(i -> sorted.get(i + stride).time().minus(sorted.get(i).time()).toNanos())
            .sorted()
            .toArray();
    return gains.length == 0
        ? Duration.ZERO
        : Duration.ofNanos(gains[(gains.length - 1) / 2] / stride);
  }
}
