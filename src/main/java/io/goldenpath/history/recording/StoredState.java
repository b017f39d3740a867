package io.goldenpath.history.recording;

import io.goldenpath.history.store.RunStore;

/** What is kept in the store beside the runs; called on the writer's thread alone. */
public interface StoredState {

  /** Reads what was kept, once, when the store is open; throws where the store fails. */
  void restore(RunStore store);

  /**
   * Writes what is to be kept, after the runs; throws where the store fails.
   *
   * @param last Whether nothing is written after it.
   */
  void save(RunStore store, boolean last);
}
