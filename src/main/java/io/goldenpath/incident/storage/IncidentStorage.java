package io.goldenpath.incident.storage;

import io.goldenpath.history.recording.StoredState;
import io.goldenpath.history.store.RunStore;
import io.goldenpath.incident.IncidentBoard;
import io.goldenpath.incident.IncidentBoard.Changes;
import io.goldenpath.incident.IncidentFilter;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.Stopwatch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Keeps incidents over a restart: each is written when it begins, changes or ends. */
public final class IncidentStorage implements StoredState {

  private static final int MOST = 10_000;
  private static final Duration BETWEEN_DELETIONS = Duration.ofMinutes(10);

  private final IncidentBoard board;
  private final Duration stay;
  private final int most;
  private final InstantSource clock;
  private final Stopwatch stopwatch;
  private Deadline nextDeletion;

  /** They are kept for so long, as the aggregates are; of more than 10,000 the newest. */
  public IncidentStorage(
      IncidentBoard board, Duration stay, InstantSource clock, Stopwatch stopwatch) {
    this(board, stay, MOST, clock, stopwatch);
  }

  IncidentStorage(
      IncidentBoard board, Duration stay, int most, InstantSource clock, Stopwatch stopwatch) {
    this.board = board;
    this.stay = stay;
    this.most = most;
    this.clock = clock;
    this.stopwatch = stopwatch;
    this.nextDeletion = Deadline.in(Duration.ZERO, stopwatch);
  }

  @Override
  public void restore(RunStore store) {
    IncidentTable incidents = IncidentTable.of(store);
    board.restore(
        incidents.read(new IncidentFilter(null, null, true, null), most),
        SuspectTable.of(store).read(),
        incidents.keptSince(clock.instant()));
  }

  @Override
  public void save(RunStore store, boolean last) {
    Changes changes = board.changes();
    if (!changes.none()) {
      store.transactions().executeWithoutResult(_ -> write(store, changes));
      store.flush();
      board.stored(changes);
    }
    if (nextDeletion.reached(stopwatch.nanos())) {
      nextDeletion = Deadline.in(BETWEEN_DELETIONS, stopwatch);
      expire(IncidentTable.of(store));
    }
  }

  private static void write(RunStore store, Changes changes) {
    IncidentTable incidents = IncidentTable.of(store);
    SuspectTable suspects = SuspectTable.of(store);
    changes.incidents().forEach(incidents::put);
    changes.suspects().forEach(suspects::put);
  }

  private void expire(IncidentTable incidents) {
    Instant oldest = clock.instant().minus(stay);
    Instant first =
        incidents.startOfNewest(most).filter(start -> start.isAfter(oldest)).orElse(oldest);
    if (first.isAfter(board.keptSince())) {
      incidents.deleteBefore(first);
      board.forgottenBefore(first);
    }
  }
}
