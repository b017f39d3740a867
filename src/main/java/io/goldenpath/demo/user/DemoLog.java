package io.goldenpath.demo.user;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What the platform's operator sees: the last few thousand things that its users did. */
public final class DemoLog {

  private static final int FEWEST = 5000;
  private static final int OF_EACH_USER = 15;

  private final InstantSource time;
  private final int capacity;
  private final Deque<Entry> entries = new ArrayDeque<>();

  public enum Kind {
    LOGIN,
    LOGIN_REFUSED,
    /** Asked for a socket; the detail is the names of the request's headers. */
    UPGRADE,
    CONNECTED,
    TURNED_AWAY,
    /** Said something; the detail is its type. */
    MESSAGE,
    /** Closed the connection; the detail is the code that was received, 1006 for none. */
    CLOSED,
    /** Was disconnected by the platform; the detail is the code that was sent, 1006 for none. */
    CLOSED_BY_US,
    LOGOUT,
    /** Came with the bad token that was one too many: nobody is let in for a while. */
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

  /** The details of everything of this kind that this user did, oldest first. */
  public List<String> details(Kind kind, String user) {
    return entries().stream()
        .filter(entry -> entry.kind() == kind && entry.user().equals(user))
        .map(Entry::detail)
        .toList();
  }

  /** Forgets everything, when so many connections have ended: their end is noted late. */
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
