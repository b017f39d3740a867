package io.goldenpath.history;

import io.goldenpath.history.recording.StoreWriter;
import io.goldenpath.history.store.RunFilter;
import io.goldenpath.history.store.RunStore;
import io.goldenpath.model.probe.ProbeId;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the last runs before a restart from the store into memory, where pages find them without
 * asking the store.
 */
public final class RunHistoryLoader {

  private static final Logger logger = LoggerFactory.getLogger(RunHistoryLoader.class);

  private final RunHistory memory;
  private final StoreWriter writer;

  public RunHistoryLoader(RunHistory memory, StoreWriter writer) {
    this.memory = memory;
    this.writer = writer;
  }

  /** Loads those of probes that are watched only since the last call; to be called often. */
  public void load() {
    try {
      writer.store().ifPresent(store -> memory.unloaded().forEach(probe -> load(store, probe)));
    } catch (RuntimeException failure) {
      logger.debug("The last runs could not be loaded yet", failure);
    }
  }

  private void load(RunStore store, ProbeId probe) {
    memory.load(probe, store.runs(new RunFilter(Set.of(probe), null, null, RunHistory.CAPACITY)));
  }
}
