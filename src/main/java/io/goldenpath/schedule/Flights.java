package io.goldenpath.schedule;

import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.ProbeId;
import io.goldenpath.probe.Run;
import io.goldenpath.probe.RunTicket;
import io.goldenpath.probe.SkipReason;
import io.goldenpath.probe.Trigger;
import io.goldenpath.probe.User;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * All runs on their way: one at a time for each probe, each on a thread of its own, with users of
 * its own, under the target's manners. Who waits for users is served in order.
 */
final class Flights {

  private static final Duration GRACE = Duration.ofSeconds(2);
  private static final Duration STOP = Duration.ofSeconds(4);

  private final String location;
  private final Audience audience;
  private final Clocks clocks;
  private final Map<ProbeId, Flight> flights = new LinkedHashMap<>();
  private volatile boolean closing;

  Flights(String location, Audience audience, Clocks clocks) {
    this.location = location;
    this.audience = audience;
    this.clocks = clocks;
  }

  /** Lets a run begin, or wait for a user, unless something speaks against it. */
  synchronized RunRequest admit(Slot slot, Trigger trigger, long due) {
    Flight current = flights.get(slot.id());
    if (closing) {
      return new RunRequest.Unknown();
    }
    if (current != null) {
      Duration left = Duration.ofNanos(current.end().left(clocks.stopwatch()));
      return new RunRequest.InFlight(current.ticket().id(), left);
    }
    Optional<RunRequest.Refused> closed = slot.closed();
    if (closed.isPresent()) {
      return closed.get();
    }
    Duration patience = Timetable.patience(slot.probe().cadence());
    Flight flight = new Flight(slot, ticket(slot, trigger), due, end(slot, patience));
    flights.put(slot.id(), flight);
    if (!departs(flight)) {
      clocks.alarm().at(clocks.now() + patience.toNanos(), () -> leave(flight));
    }
    return new RunRequest.Accepted(flight.ticket().id());
  }

  synchronized List<RunTicket> tickets() {
    return flights.values().stream().map(Flight::ticket).toList();
  }

  /** Runs that still wait will begin under the new settings; those under way end as they began. */
  synchronized void move(Map<ProbeId, Slot> slots) {
    flights.values().removeIf(flight -> flight.waits() && !slots.containsKey(flight.slot().id()));
    flights.values().stream()
        .filter(Flight::waits)
        .forEach(flight -> flight.move(Objects.requireNonNull(slots.get(flight.slot().id()))));
  }

  /** Whether this gate is no longer needed once its target is gone. */
  synchronized boolean forgettable(Gate gate) {
    return gate.idle();
  }

  /** Ends all runs and waits for them; none of them counts. */
  void close() {
    List<Flight.Departure> ending;
    synchronized (this) {
      closing = true;
      ending = flights.values().stream().map(Flight::departure).filter(Objects::nonNull).toList();
    }
    ending.forEach(departure -> departure.execution().stop());
    long end = clocks.now() + STOP.toNanos();
    try {
      for (Flight.Departure departure : ending) {
        departure.thread().join(Duration.ofNanos(Math.max(1, end - clocks.now())));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean departs(Flight flight) {
    boolean first = waiting(flight.slot().gate()).findFirst().equals(Optional.of(flight));
    Optional<List<User>> users = first && !closing ? flight.slot().lease() : Optional.empty();
    users.ifPresent(leased -> depart(flight, leased));
    return users.isPresent();
  }

  private void depart(Flight flight, List<User> users) {
    Slot slot = flight.slot();
    RunTicket ticket = flight.begin(clocks.dates().instant());
    Duration lateness =
        ticket.trigger() == Trigger.SCHEDULE
            ? Duration.ofNanos(Math.max(0, clocks.now() - flight.due()))
            : Duration.ZERO;
    Execution execution = new Execution(slot.journey(), ticket, clocks.stopwatch());
    String name = "run-" + slot.id().target() + "-" + slot.id().journey().label();
    Thread thread =
        Thread.ofPlatform()
            .daemon()
            .name(name)
            .unstarted(() -> fly(flight, execution, users, lateness));
    flight.depart(new Flight.Departure(users, execution, thread));
    thread.start();
  }

  private void fly(Flight flight, Execution execution, List<User> users, Duration lateness) {
    Deadline end = end(flight.slot(), Duration.ZERO);
    Future<?> watchdog = clocks.alarm().at(end.nanos(), execution::giveUp);
    try {
      audience.tell(listener -> listener.started(flight.ticket(), lateness));
      Optional<Run> run = execution.run(users);
      run.filter(_ -> !closing).ifPresent(finished -> conclude(flight, finished));
    } finally {
      watchdog.cancel(false);
      land(flight, users).forEach(audience::tellSkipped);
    }
  }

  private void conclude(Flight flight, Run run) {
    if (run.findings().stream().anyMatch(finding -> finding.kind() == FindingKind.SHED)) {
      synchronized (this) {
        flight.slot().gate().pause();
      }
    }
    audience.tell(listener -> listener.finished(run));
  }

  private synchronized Map<ProbeId, SkipReason> land(Flight flight, List<User> users) {
    flights.remove(flight.slot().id(), flight);
    flight.slot().gate().giveBack(users);
    return callNext(flight.slot().gate());
  }

  /** Those who waited depart while there are users; the rest are told why they never will. */
  private Map<ProbeId, SkipReason> callNext(Gate gate) {
    Map<ProbeId, SkipReason> skipped = new LinkedHashMap<>();
    for (Flight flight : waiting(gate).toList()) {
      Optional<RunRequest.Refused> closed = flight.slot().closed();
      if (closed.isPresent()) {
        flights.remove(flight.slot().id());
        skipped.put(flight.slot().id(), closed.get().reason());
      } else if (!departs(flight)) {
        break;
      }
    }
    return skipped;
  }

  private void leave(Flight flight) {
    ProbeId probe = flight.ticket().probe();
    boolean left;
    synchronized (this) {
      left = flight.waits() && flights.remove(probe, flight);
    }
    if (left) {
      audience.tellSkipped(probe, SkipReason.USER_BUSY);
    }
  }

  private Stream<Flight> waiting(Gate gate) {
    return flights.values().stream()
        .filter(flight -> flight.waits() && flight.slot().gate().equals(gate));
  }

  private RunTicket ticket(Slot slot, Trigger trigger) {
    return new RunTicket(
        RunIds.at(clocks.dates().instant()),
        slot.id(),
        location,
        trigger,
        clocks.dates().instant());
  }

  private Deadline end(Slot slot, Duration patience) {
    Duration most = slot.probe().cadence().timeout().plus(patience).plus(GRACE);
    return Deadline.in(most, clocks.stopwatch());
  }
}
