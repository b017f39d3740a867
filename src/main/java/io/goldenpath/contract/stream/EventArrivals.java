package io.goldenpath.contract.stream;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.model.run.EventArrival;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A run's events as tellers need them. */
public final class EventArrivals {

  private EventArrivals() {}

  public static List<EventArrival> of(Contract contract, RunEvents run, long start) {
    Set<String> path = new HashSet<>(contract.eventNames());
    return run.all()
        .map(event ->
            new EventArrival(
                path.contains(event.name()) ? event.name() : EventArrival.OTHER,
                Duration.ofNanos(event.nanos() - start),
                Duration.ofNanos(event.nanos() - run.sentNanos()),
                event.nanos(),
                event.frame()))
        .toList();
  }
}
