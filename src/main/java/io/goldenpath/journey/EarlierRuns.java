package io.goldenpath.journey;

import java.util.LinkedHashSet;
import java.util.Set;

/** Ids of the runs that users started lately: their late events are no surprise. */
final class EarlierRuns {

  private final int kept;
  private final Set<String> ids = new LinkedHashSet<>();

  /** Keeps so many, the latest. */
  EarlierRuns(int kept) {
    this.kept = kept;
  }

  synchronized void add(String id) {
    ids.remove(id);
    ids.add(id);
    if (ids.size() > kept) {
      ids.remove(ids.iterator().next());
    }
  }

  synchronized Set<String> ids() {
    return Set.copyOf(ids);
  }
}
