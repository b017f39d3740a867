package io.goldenpath.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What happened before: to each user, and in each conversation. */
final class Past {

  private static final int THREADS_EACH = 4;
  private static final int MOST_KEPT = 200;
  private static final Duration RECENT = Duration.ofSeconds(10);

  private final Map<String, Asked> byUser;
  private final Map<String, Asked> byThread;
  private final Map<String, Instant> left;
  private final Map<String, Kept> kept;

  /** What was not told any more, and since when. */
  private record Kept(Script rest, Instant since) {}

  Past(int users) {
    this.byUser = remembering(users);
    this.byThread = remembering(users * THREADS_EACH);
    this.left = remembering(users);
    this.kept = remembering(users);
  }

  /** Remembers a question; a conversation stays with the user who began it. */
  synchronized void remember(Asked asked) {
    String user = asked.ids().user();
    byUser.remove(user);
    byUser.put(user, asked);
    Asked before = byThread.get(asked.ids().thread());
    if (before == null || before.ids().user().equals(user)) {
      byThread.remove(asked.ids().thread());
      byThread.put(asked.ids().thread(), asked);
    }
  }

  synchronized Optional<Asked> of(String user) {
    return Optional.ofNullable(byUser.get(user));
  }

  /** What was last asked in this conversation. */
  synchronized Optional<Asked> in(String thread) {
    return Optional.ofNullable(byThread.get(thread));
  }

  /** Notes that a connection of this user has ended. */
  synchronized void left(String user, Instant at) {
    left.remove(user);
    left.put(user, at);
  }

  /** Whether a connection of this user has just ended. */
  synchronized boolean leftLately(String user, Instant now) {
    Instant at = left.get(user);
    return at != null && at.plus(RECENT).isAfter(now);
  }

  /** Keeps what a user is still to be told. */
  synchronized void keep(String user, Script rest, Instant now) {
    Script all = take(user, now).then(rest);
    kept.put(user, new Kept(all.from(Math.max(0, all.cues().size() - MOST_KEPT)), now));
  }

  /** What a user is still to be told; what is overdue comes at once. */
  synchronized Script take(String user, Instant now) {
    Kept found = kept.remove(user);
    return found == null ? Script.EMPTY : found.rest().sooner(Duration.between(found.since(), now));
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
