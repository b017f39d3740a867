package io.goldenpath.demo.session;

import io.goldenpath.demo.script.AskedQuestion;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Bounded history: last questions by user and by conversation, and when users left. */
public final class UserHistory {

  private static final int THREADS_EACH = 4;
  private static final Duration RECENT = Duration.ofSeconds(10);

  private final Map<String, AskedQuestion> byUser;
  private final Map<String, AskedQuestion> byThread;
  private final Map<String, Instant> left;

  public UserHistory(int users) {
    this.byUser = remembering(users);
    this.byThread = remembering(users * THREADS_EACH);
    this.left = remembering(users);
  }

  /** A conversation stays with the user who began it. */
  public synchronized void remember(AskedQuestion asked) {
    String user = asked.ids().user();
    byUser.remove(user);
    byUser.put(user, asked);
    AskedQuestion before = byThread.get(asked.ids().thread());
    if (before == null || before.ids().user().equals(user)) {
      byThread.remove(asked.ids().thread());
      byThread.put(asked.ids().thread(), asked);
    }
  }

  public synchronized Optional<AskedQuestion> of(String user) {
    return Optional.ofNullable(byUser.get(user));
  }

  public synchronized Optional<AskedQuestion> in(String thread) {
    return Optional.ofNullable(byThread.get(thread));
  }

  public synchronized void left(String user, Instant at) {
    left.remove(user);
    left.put(user, at);
  }

  public synchronized boolean leftLately(String user, Instant now) {
    Instant at = left.get(user);
    return at != null && at.plus(RECENT).isAfter(now);
  }

  private static <V> Map<String, V> remembering(int most) {
    return new LinkedHashMap<>() {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > most;
      }
    };
  }
}
