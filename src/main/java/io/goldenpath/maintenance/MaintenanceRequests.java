package io.goldenpath.maintenance;

import io.goldenpath.history.recording.StoreWriter;
import io.goldenpath.history.store.RunStore;
import io.goldenpath.model.probe.ProbeId;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Begins and ends maintenance on request, and keeps it in the history's database, so that a restart
 * does not end it. While that is away it is in memory alone, and is stored once that is back.
 */
public final class MaintenanceRequests {

  private static final Logger logger = LoggerFactory.getLogger(MaintenanceRequests.class);

  private final MaintenanceBoard board;
  private final StoreWriter writer;
  private final InstantSource clock;
  private final Set<String> changed = ConcurrentHashMap.newKeySet();
  private boolean restored;

  public MaintenanceRequests(MaintenanceBoard board, StoreWriter writer, InstantSource clock) {
    this.board = board;
    this.writer = writer;
    this.clock = clock;
  }

  /** False where too many are asked for already. */
  public synchronized boolean begin(RequestedMaintenance maintenance) {
    boolean begun = board.add(maintenance);
    if (begun) {
      changed.add(maintenance.id());
      store();
      logger.info(
          "{} {} is in maintenance until {}: {}{}",
          maintenance.target(),
          maintenance.journey() == null ? "(all journeys)" : maintenance.journey().label(),
          maintenance.window().until(),
          maintenance.window().why(),
          stored(maintenance.id()) ? "" : " (in memory alone: the history cannot be written)");
    }
    return begun;
  }

  /** Empty where there is none of this id that is not over. */
  public synchronized Optional<RequestedMaintenance> end(String id) {
    Optional<RequestedMaintenance> ended = board.end(id);
    ended.ifPresent(maintenance -> {
      changed.add(id);
      store();
      logger.info(
          "Maintenance of {} is ended early: {}", maintenance.target(), maintenance.window().why());
    });
    return ended;
  }

  /** Whether a restart would find it as it is now. */
  public boolean stored(String id) {
    return !changed.contains(id);
  }

  /** Whether a restart would find all that is asked for and in force for the probe. */
  public boolean stored(ProbeId probe) {
    return board.requested().stream()
        .filter(maintenance -> maintenance.concerns(probe))
        .allMatch(maintenance -> stored(maintenance.id()));
  }

  /** Restores what is stored, and stores what is not; to be called often. */
  public synchronized void store() {
    if (restored && changed.isEmpty()) {
      return;
    }
    try {
      writer.store().ifPresent(this::store);
    } catch (RuntimeException failure) {
      logger.debug("Maintenance could not be stored", failure);
    }
  }

  private void store(RunStore open) {
    MaintenanceTable table = new MaintenanceTable(open.client());
    if (!restored) {
      table.read(clock.instant()).stream()
          .filter(maintenance -> stored(maintenance.id()))
          .forEach(board::add);
      restored = true;
    }
    for (String id : Set.copyOf(changed)) {
      board.requested().stream()
          .filter(maintenance -> maintenance.id().equals(id))
          .findFirst()
          .ifPresentOrElse(table::put, () -> table.delete(id));
      changed.remove(id);
    }
  }
}
