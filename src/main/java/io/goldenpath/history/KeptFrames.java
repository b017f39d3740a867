package io.goldenpath.history;

import io.goldenpath.model.run.Outcome;
import java.util.LinkedHashSet;
import java.util.Set;

/** Bound on the frames of all runs in memory: the oldest of good runs are dropped first. */
final class KeptFrames {

  private final long maxBytes;
  private final Set<KeptRun> good = new LinkedHashSet<>();
  private final Set<KeptRun> others = new LinkedHashSet<>();
  private long bytes;

  KeptFrames(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  void add(KeptRun run) {
    (run.bare().outcome() == Outcome.PASSED ? good : others).add(run);
    bytes += run.size();
    while (bytes > maxBytes) {
      KeptRun oldest = (good.isEmpty() ? others : good).iterator().next();
      remove(oldest);
      oldest.dropFrames();
    }
  }

  void remove(KeptRun run) {
    if (good.remove(run) || others.remove(run)) {
      bytes -= run.size();
    }
  }
}
