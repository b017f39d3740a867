package io.goldenpath.history;

import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Last runs of one probe. A failure that ages out moves to a ring of its own; a fault of the
 * monitor does not, for it must not push out the evidence against the target.
 */
final class RunRingBuffer {

  private final int capacity;
  private final KeptFrames frames;
  private final Deque<KeptRun> recent = new ArrayDeque<>();
  private final Deque<KeptRun> failures = new ArrayDeque<>();
  private @Nullable KeptRun lastGood;
  private boolean loaded;

  /** Of so many runs, and as many older failures. */
  RunRingBuffer(int capacity, KeptFrames frames) {
    this.capacity = capacity;
    this.frames = frames;
  }

  void add(KeptRun run) {
    KeptRun good = lastGood;
    if (run.bare().succeeded()) {
      lastGood = run;
    }
    recent.addFirst(run);
    frames.add(run);
    KeptRun aged = recent.size() > capacity ? recent.removeLast() : null;
    if (aged != null && aged.bare().outcome() == Outcome.FAILED) {
      failures.addFirst(aged);
    } else {
      forget(aged);
    }
    forget(failures.size() > capacity ? failures.removeLast() : null);
    forget(good == null || recent.contains(good) ? null : good);
  }

  /** Unless it is kept to compare with. */
  private void forget(@Nullable KeptRun run) {
    if (run != null && run != lastGood) {
      frames.remove(run);
    }
  }

  /** Forgets the frames of all its runs. */
  void clear() {
    kept().forEach(frames::remove);
  }

  /** Whether runs of before a restart have been added. */
  boolean isLoaded() {
    return loaded;
  }

  void load(List<Run> older) {
    loaded = true;
    Instant oldest =
        runs().map(run -> run.info().startedAt()).min(Instant::compareTo).orElse(Instant.MAX);
    older.stream()
        .filter(run -> run.info().startedAt().isBefore(oldest))
        .limit(Math.max(0, capacity - recent.size()))
        .map(KeptRun::withoutFrames)
        .forEach(this::addOlder);
  }

  private void addOlder(KeptRun run) {
    recent.addLast(run);
    if (lastGood == null && run.bare().succeeded()) {
      lastGood = run;
    }
  }

  /** Newest first, without their frames. */
  Stream<Run> runs() {
    return Stream.concat(recent.stream(), failures.stream()).map(KeptRun::bare);
  }

  Optional<Run> lastGood() {
    return Optional.ofNullable(lastGood).map(KeptRun::bare);
  }

  /** Finds the last good run as well, even when it is kept only for comparison. */
  Optional<KeptRun> find(String id) {
    return kept().filter(run -> run.bare().id().equals(id)).findFirst();
  }

  private Stream<KeptRun> kept() {
    return Stream.of(recent.stream(), failures.stream(), Stream.ofNullable(lastGood))
        .flatMap(runs -> runs);
  }
}
