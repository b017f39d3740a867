package io.goldenpath.demo.script;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Bounded history: last questions by user and by conversation, and when users left. */
public final class UserHistory {

  private static final int THREADS_EACH = 4;
  private static final Duration RECENT = Duration.ofSeconds(10);

  private final SequencedMap<String, AskedQuestion> byUser;
  private final SequencedMap<String, AskedQuestion> byThread;
  private final SequencedMap<String, Instant> left;

  public UserHistory(int users) {
    this.byUser = remembering(users);
    this.byThread = remembering(users * THREADS_EACH);
    this.left = remembering(users);
  }

  /** A conversation stays with the user who began it. */
  public synchronized void remember(AskedQuestion asked) {
    String user = asked.ids().user();
    byUser.putLast(user, asked);
    AskedQuestion before = byThread.get(asked.ids().thread());
    if (before == null || before.ids().user().equals(user)) {
      byThread.putLast(asked.ids().thread(), asked);
    }
  }

  public synchronized Optional<AskedQuestion> of(String user) {
    return Optional.ofNullable(byUser.get(user));
  }

  public synchronized Optional<AskedQuestion> in(String thread) {
    return Optional.ofNullable(byThread.get(thread));
  }

  public synchronized void left(String user, Instant at) {
    left.putLast(user, at);
  }

  public synchronized boolean leftLately(String user, Instant now) {
    Instant at = left.get(user);
    return at != null && at.plus(RECENT).isAfter(now);
  }

  private static <V> SequencedMap<String, V> remembering(int most) {
    return new LinkedHashMap<>() {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > most;
      }
    };
  }
}
