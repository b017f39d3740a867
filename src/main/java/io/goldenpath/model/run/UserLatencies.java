package io.goldenpath.model.run;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The same time of several users, compared.
 *
 * @param count How many users have one.
 * @param fastest Who was first.
 * @param slowest Who was last.
 * @param growthPerUser How much later each further user was served. Where one is served after the
 *     other, it is the time that one takes; where all are served side by side, it is next to
 *     nothing.
 */
public record UserLatencies(
    int count, UserLatency fastest, UserLatency slowest, Duration growthPerUser) {

  /**
   * A time of one user.
   *
   * @param slot Slot of the user.
   * @param time How long it took.
   */
  public record UserLatency(int slot, Duration time) {}

  /** These times, which are given in ascending order. */
  static UserLatencies of(List<UserLatency> sorted) {
    return new UserLatencies(sorted.size(), sorted.getFirst(), sorted.getLast(), growth(sorted));
  }

  /** How far apart the first and the last are. */
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
