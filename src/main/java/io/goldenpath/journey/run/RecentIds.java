package io.goldenpath.journey.run;

import java.util.LinkedHashSet;
import java.util.Set;

/** Bounded set of the latest ids of earlier runs, by which late frames are recognised. */
public final class RecentIds {

  private final int kept;
  private final Set<String> ids = new LinkedHashSet<>();

  public RecentIds(int kept) {
    this.kept = kept;
  }

  public synchronized void add(String id) {
    ids.remove(id);
    ids.add(id);
    if (ids.size() > kept) {
      ids.remove(ids.iterator().next());
    }
  }

  public synchronized Set<String> all() {
    return Set.copyOf(ids);
  }
}
