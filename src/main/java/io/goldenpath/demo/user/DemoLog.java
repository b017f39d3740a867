package io.goldenpath.demo.user;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Log of the last few thousand things that users did on the platform. */
public final class DemoLog {

  private static final int FEWEST = 5000;
  private static final int OF_EACH_USER = 15;

  private final InstantSource time;
  private final int capacity;
  private final Deque<Entry> entries = new ArrayDeque<>();

  public enum Kind {
    LOGIN,
    LOGIN_REFUSED,
    /** The detail is the names of the request's headers. */
    UPGRADE,
    CONNECTED,
    TURNED_AWAY,
    /** The detail is the message's type. */
    MESSAGE,
    /** The detail is the close code that was received, 1006 for none. */
    CLOSED,
    /** The detail is the close code that was sent, 1006 for none. */
    CLOSED_BY_US,
    LOGOUT,
    /** One bad token too many: nobody is let in for a while. */
    BREAKER_OPENED
  }

  public record Entry(Instant at, Kind kind, String user, String detail) {}

  public DemoLog(InstantSource time, int users) {
    this.time = time;
    this.capacity = Math.max(FEWEST, users * OF_EACH_USER);
  }

  public synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** Oldest first. */
  public List<String> details(Kind kind, String user) {
    return entries().stream()
        .filter(entry -> entry.kind() == kind && entry.user().equals(user))
        .map(Entry::detail)
        .toList();
  }

  /** Waits until so many connections have ended, for their end is logged late. */
  public synchronized void clearAfter(int connections, Duration patience) {
    try {
      for (long left = patience.toMillis(); ended() < connections && left > 0; left -= 10) {
        wait(10);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    entries.clear();
  }

  private long ended() {
    return entries.stream()
        .filter(entry -> entry.kind() == Kind.CLOSED || entry.kind() == Kind.CLOSED_BY_US)
        .count();
  }

  public synchronized void add(Kind kind, String user, String detail) {
    if (entries.size() == capacity) {
      entries.removeFirst();
    }
    entries.addLast(new Entry(time.instant(), kind, user, detail));
  }
}
