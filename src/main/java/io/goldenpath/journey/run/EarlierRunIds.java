package io.goldenpath.journey.run;

import java.util.LinkedHashSet;
import java.util.Set;

/** Ids of the runs that users started lately: their late events are no surprise. */
public final class EarlierRunIds {

  private final int kept;
  private final Set<String> ids = new LinkedHashSet<>();

  /** Keeps so many, the latest. */
  public EarlierRunIds(int kept) {
    this.kept = kept;
  }

  public synchronized void add(String id) {
    ids.remove(id);
    ids.add(id);
    if (ids.size() > kept) {
      ids.remove(ids.iterator().next());
    }
  }

  public synchronized Set<String> ids() {
    return Set.copyOf(ids);
  }
}
