package io.goldenpath.history.recording;

import io.goldenpath.history.store.RunEntry;
import io.goldenpath.model.run.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Runs that wait to be stored, within bounds. What exceeds them is dropped and counted: first the
 * frames of good runs, then other frames, then good runs, then others, and always the oldest.
 */
public final class WaitingRuns {

  private final int maxRuns;
  private final long maxBytes;
  private final List<RunEntry> entries = new ArrayList<>();
  private List<RunEntry> taken = List.of();
  private long bytes;
  private long dropped;

  public WaitingRuns(int maxRuns, long maxBytes) {
    this.maxRuns = maxRuns;
    this.maxBytes = maxBytes;
  }

  public synchronized int size() {
    return entries.size() + taken.size();
  }

  /** Runs and frames that were given up. */
  public synchronized long dropped() {
    return dropped;
  }

  synchronized void add(RunEntry entry) {
    entries.add(entry);
    bytes += entry.size();
    keepBounds();
  }

  /** The oldest, which count as waiting until they are stored or put back. */
  synchronized List<RunEntry> take(int max) {
    List<RunEntry> oldest = entries.subList(0, Math.min(max, entries.size()));
    taken = List.copyOf(oldest);
    oldest.clear();
    return taken;
  }

  synchronized void stored() {
    bytes -= taken.stream().mapToLong(RunEntry::size).sum();
    taken = List.of();
  }

  synchronized void putBack() {
    entries.addAll(0, taken);
    taken = List.of();
    keepBounds();
  }

  /** One that was taken cannot be stored. */
  synchronized void countDropped() {
    dropped++;
  }

  private void keepBounds() {
    while (bytes > maxBytes && (dropFrames(WaitingRuns::good) || dropFrames(_ -> true))) {
      dropped++;
    }
    while ((bytes > maxBytes || size() > maxRuns) && (drop(WaitingRuns::good) || drop(_ -> true))) {
      dropped++;
    }
  }

  private boolean dropFrames(Predicate<RunEntry> which) {
    int oldest = first(which.and(RunEntry::hasFrames));
    if (oldest >= 0) {
      RunEntry before = entries.get(oldest);
      RunEntry after = before.dropFrames();
      entries.set(oldest, after);
      bytes -= before.size() - after.size();
    }
    return oldest >= 0;
  }

  private boolean drop(Predicate<RunEntry> which) {
    int oldest = first(which);
    if (oldest >= 0) {
      bytes -= entries.remove(oldest).size();
    }
    return oldest >= 0;
  }

  private int first(Predicate<RunEntry> which) {
    return IntStream.range(0, entries.size())
        .filter(i -> which.test(entries.get(i)))
        .findFirst()
        .orElse(-1);
  }

  private static boolean good(RunEntry entry) {
    return entry.run().outcome() == Outcome.PASSED;
  }
}
