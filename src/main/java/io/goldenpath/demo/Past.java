package io.goldenpath.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What was asked before: the last question of each user, and of each conversation. */
final class Past {

  private static final int THREADS_EACH = 4;

  private final Map<String, Asked> byUser;
  private final Map<String, Asked> byThread;

  Past(int users) {
    this.byUser = remembering(users);
    this.byThread = remembering(users * THREADS_EACH);
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

  private static Map<String, Asked> remembering(int most) {
    return new LinkedHashMap<>() {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, Asked> eldest) {
        return size() > most;
      }
    };
  }
}
