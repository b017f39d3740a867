package io.goldenpath.model.time;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A moment that a wait must not pass, on the monotonic clock. Stalls of the monitor inside the wait
 * put it off by their length, by half of the wait at most, and not beyond {@code latest}.
 *
 * @param wholeFrom When the whole began whose end is {@code latest}: the wait itself, or a run.
 */
public record Deadline(long from, Duration limit, Stalls stalls, long latest, long wholeFrom) {

  /** A whole that cuts a limit short leaves nothing open for stalls below this share of it. */
  private static final int MINOR_SHARE = 20;

  private static final Duration FAR = Duration.ofDays(1);

  public Deadline(long nanos) {
    this(nanos, Duration.ZERO, Stalls.NONE, nanos, nanos);
  }

  public static Deadline in(Duration time, Stopwatch stopwatch) {
    return after(stopwatch.nanos(), time);
  }

  /** This long after a reading of the stopwatch, whatever stalls. */
  public static Deadline after(long nanos, Duration time) {
    long end = nanos + time.toNanos();
    return new Deadline(end, Duration.ZERO, Stalls.NONE, end, nanos);
  }

  /**
   * The end of a whole, whatever stalls; doubtful where they took more than a minor share of it.
   */
  public static Deadline ofWhole(long nanos, Duration time, Stalls stalls) {
    return new Deadline(nanos, time, stalls, nanos + time.toNanos(), nanos);
  }

  /** This long after a reading of the stopwatch, unless the monitor stands still meanwhile. */
  public static Deadline after(long nanos, Duration limit, Stalls stalls) {
    return new Deadline(nanos, limit, stalls, nanos + limit.toNanos() * 3 / 2, nanos);
  }

  /** This long after a reading of the stopwatch, and as much longer as the monitor stands still. */
  public static Deadline awake(long nanos, Duration time, Stalls stalls) {
    return new Deadline(nanos, time, stalls, nanos + FAR.toNanos(), nanos);
  }

  /** Reading of the stopwatch at that moment, as far as is known by now. */
  public long nanos() {
    long end = due();
    for (Stalls.Stall stall : stalls.since(from)) {
      if (stall.from() - end >= 0 || end - latest >= 0) {
        break;
      }
      end += stall.to() - (stall.from() - from < 0 ? from : stall.from());
    }
    return earlier(end, latest);
  }

  /**
   * Of a limit that stalls put off and a fixed moment the limit remains, and the moment cuts it.
   */
  public Deadline earlier(Deadline other) {
    boolean mine = fixed() == other.fixed() ? nanos() - other.nanos() <= 0 : other.fixed();
    return mine ? notAfter(other) : other.notAfter(this);
  }

  private Deadline notAfter(Deadline whole) {
    long end = whole.nanos();
    return latest - end <= 0 ? this : new Deadline(from, limit, stalls, end, whole.wholeFrom);
  }

  private boolean fixed() {
    return limit.isZero();
  }

  /** Nanoseconds that are left, never below zero. */
  public long remainingNanos(Stopwatch stopwatch) {
    return Math.max(0, nanos() - stopwatch.nanos());
  }

  /** Waits for this result, and looks again at the end whether a stall has put it off. */
  public <T> T await(Future<T> result, Stopwatch stopwatch)
      throws InterruptedException, ExecutionException, TimeoutException {
    while (true) {
      try {
        return result.get(remainingNanos(stopwatch), TimeUnit.NANOSECONDS);
      } catch (TimeoutException late) {
        if (remainingNanos(stopwatch) == 0) {
          throw late;
        }
      }
    }
  }

  public boolean reached(long now) {
    return now - nanos() >= 0;
  }

  public boolean passed(long now) {
    return now - nanos() > 0;
  }

  /** Whether a wait that has passed this moment might have ended in time but for our stalls. */
  public boolean doubtful(long now) {
    if (due() - latest < 0) {
      return now - stalls.within(from, now).toNanos() - due() < 0;
    }
    long stalled = stalls.within(wholeFrom, now).toNanos();
    return now - stalled - latest < 0 && stalled > (now - wholeFrom) / MINOR_SHARE;
  }

  private long due() {
    return from + limit.toNanos();
  }

  private static long earlier(long one, long other) {
    return one - other <= 0 ? one : other;
  }
}
