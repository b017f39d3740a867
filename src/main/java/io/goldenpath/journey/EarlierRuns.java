package io.goldenpath.journey;

import java.util.LinkedHashSet;
import java.util.Set;

/** Ids of the runs that this probe's users started lately: their late events are no surprise. */
final class EarlierRuns {

  private static final int KEPT = 100;

  private final Set<String> ids = new LinkedHashSet<>();

  synchronized void add(String id) {
    ids.remove(id);
    ids.add(id);
    if (ids.size() > KEPT) {
      ids.remove(ids.iterator().next());
    }
  }

  synchronized Set<String> ids() {
    return Set.copyOf(ids);
  }
}
