package io.goldenpath.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The last run of each user who was here lately. */
final class LastRuns {

  private static final int USERS = 500;

  private final Map<String, Ids> byUser = new LinkedHashMap<>();

  synchronized void began(Ids run) {
    byUser.remove(run.user());
    byUser.put(run.user(), run);
    if (byUser.size() > USERS) {
      byUser.remove(byUser.keySet().iterator().next());
    }
  }

  synchronized Optional<Ids> of(String user) {
    return Optional.ofNullable(byUser.get(user));
  }
}
