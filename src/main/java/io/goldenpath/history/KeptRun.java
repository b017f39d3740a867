package io.goldenpath.history;

import io.goldenpath.history.store.RunEntry.RunFrames;
import io.goldenpath.model.run.Run;
import org.jspecify.annotations.Nullable;

/** A run in memory, with its frames compressed, or without them. */
final class KeptRun {

  private final Run bare;
  private volatile @Nullable RunFrames frames;

  private KeptRun(Run bare, @Nullable RunFrames frames) {
    this.bare = bare;
    this.frames = frames;
  }

  static KeptRun of(Run run) {
    return new KeptRun(run.withoutFrames(), RunFrames.of(run));
  }

  static KeptRun withoutFrames(Run run) {
    return new KeptRun(run, null);
  }

  /** Without its frames. */
  Run bare() {
    return bare;
  }

  /** With its frames, if they are here. */
  Run whole() {
    RunFrames kept = frames;
    return kept == null ? bare : kept.in(bare);
  }

  boolean hasFrames() {
    return frames != null;
  }

  void dropFrames() {
    frames = null;
  }

  /** Bytes of its frames. */
  int size() {
    RunFrames kept = frames;
    return kept == null ? 0 : kept.frames().size();
  }
}
