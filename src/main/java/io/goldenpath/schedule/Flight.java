package io.goldenpath.schedule;

import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.RunTicket;
import io.goldenpath.probe.User;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One run on its way: it waits for a free user, departs and lands. Guarded by {@link Flights}. */
final class Flight {

  private final long due;
  private final Deadline end;
  private Slot slot;
  private RunTicket ticket;
  private @Nullable Departure departure;

  /**
   * A run that waits.
   *
   * @param due when it should have begun, on the monotonic clock
   * @param end when it will be over at the latest
   */
  Flight(Slot slot, RunTicket ticket, long due, Deadline end) {
    this.slot = slot;
    this.ticket = ticket;
    this.due = due;
    this.end = end;
  }

  /**
   * What a run has that waits no longer.
   *
   * @param users who travel
   * @param execution the journey under way
   * @param thread where it is under way
   */
  record Departure(List<User> users, Execution execution, Thread thread) {}

  Slot slot() {
    return slot;
  }

  RunTicket ticket() {
    return ticket;
  }

  long due() {
    return due;
  }

  Deadline end() {
    return end;
  }

  @Nullable Departure departure() {
    return departure;
  }

  boolean waits() {
    return departure == null;
  }

  /** The settings have changed before it departed. */
  void move(Slot next) {
    slot = next;
  }

  /** The run begins now, however long it has waited. */
  RunTicket begin(Instant now) {
    ticket = new RunTicket(ticket.id(), ticket.probe(), ticket.location(), ticket.trigger(), now);
    return ticket;
  }

  void depart(Departure begun) {
    departure = begun;
  }
}
