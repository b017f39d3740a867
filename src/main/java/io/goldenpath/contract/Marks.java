package io.goldenpath.contract;

import io.goldenpath.probe.EventMark;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A run's events as tellers need them. */
final class Marks {

  private Marks() {}

  static List<EventMark> of(Contract contract, Course course, long start) {
    Set<String> path = new HashSet<>(contract.path());
    return course
        .all()
        .map(seen ->
            new EventMark(
                path.contains(seen.name()) ? seen.name() : EventMark.OTHER,
                Duration.ofNanos(seen.nanos() - start),
                Duration.ofNanos(seen.nanos() - course.sent()),
                seen.nanos(),
                seen.frame()))
        .toList();
  }
}
