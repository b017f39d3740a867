package io.goldenpath.journey.run;

import java.util.LinkedHashSet;
import java.util.Set;

/** The latest ids, or codes, that users of earlier runs had: what comes late with them is known. */
public final class RecentIds {

  private final int kept;
  private final Set<String> ids = new LinkedHashSet<>();

  /** Keeps so many, the latest. */
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
