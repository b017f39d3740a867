package io.goldenpath.strip;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.run.EventArrival;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Attribution of findings to the contract's events, for each has a station of its own. */
record EventAttribution(List<String> events, List<EventArrival> arrived) {

  /** Kinds that tell of something that did not come, and not of a frame that did. */
  private static final Set<FindingKind> ABSENCE =
      EnumSet.of(
          FindingKind.SILENT,
          FindingKind.STALLED,
          FindingKind.DROPPED,
          FindingKind.TIMED_OUT,
          FindingKind.MISSING_EVENT,
          FindingKind.SHED,
          FindingKind.AUTH_REFUSED,
          FindingKind.PROTOCOL_ERROR,
          FindingKind.MONITOR_FAULT);

  boolean concerns(Finding finding, String event) {
    return finding.step() == Step.EVENTS && event.equals(attributed(finding));
  }

  private String attributed(Finding finding) {
    Optional<String> named = Optional.ofNullable(finding.event()).filter(events::contains);
    Stream<Optional<String>> guesses =
        ABSENCE.contains(finding.kind())
            ? Stream.of(named.filter(this::absent), firstAbsent(), framed(finding))
            : Stream.of(framed(finding), named, firstAbsent());
    return guesses.flatMap(Optional::stream).findFirst().orElse(events.getLast());
  }

  private Optional<String> firstAbsent() {
    return events.stream().filter(this::absent).findFirst();
  }

  private Optional<String> framed(Finding finding) {
    return arrived.stream()
        .filter(arrival -> finding.evidence().frames().contains(arrival.frame()))
        .map(EventArrival::event)
        .reduce((_, later) -> later);
  }

  private boolean absent(String event) {
    return arrived.stream().noneMatch(arrival -> arrival.event().equals(event));
  }
}
