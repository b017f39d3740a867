package io.goldenpath.notify.outbox;

import io.goldenpath.history.recording.StoredState;
import io.goldenpath.history.store.RunStore;

/** Keeps the outbox over a restart: what changes together is written together. */
public record OutboxStorage(Outbox outbox) implements StoredState {

  @Override
  public void restore(RunStore store) {
    OutboxTable table = OutboxTable.of(store);
    outbox.restore(table.ledger(), table.queue());
  }

  @Override
  public void save(RunStore store, boolean last) {
    Outbox.Changes changes = outbox.changes();
    if (!changes.none()) {
      store.transactions().executeWithoutResult(_ -> OutboxTable.of(store).write(changes));
      store.flush();
      outbox.stored(changes);
    }
  }
}
