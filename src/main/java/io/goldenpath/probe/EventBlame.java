package io.goldenpath.probe;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which of the contract's events a finding is about. */
record EventBlame(List<String> events, List<EventMark> arrived) {

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

  boolean falls(Finding finding, String event) {
    return finding.step() == Step.EVENTS && event.equals(blamed(finding));
  }

  private String blamed(Finding finding) {
    Stream<Optional<String>> guesses =
        ABSENCE.contains(finding.kind())
            ? Stream.of(namedAndAbsent(finding), firstAbsent(), framed(finding))
            : Stream.of(framed(finding), named(finding), firstAbsent());
    return guesses.flatMap(Optional::stream).findFirst().orElse(events.getLast());
  }

  private Optional<String> namedAndAbsent(Finding finding) {
    return events.stream().filter(this::absent).filter(event -> names(finding, event)).findFirst();
  }

  private Optional<String> named(Finding finding) {
    return events.stream().filter(event -> names(finding, event)).findFirst();
  }

  private Optional<String> firstAbsent() {
    return events.stream().filter(this::absent).findFirst();
  }

  private Optional<String> framed(Finding finding) {
    return arrived.stream()
        .filter(mark -> finding.evidence().frames().contains(mark.frame()))
        .map(EventMark::event)
        .reduce((_, later) -> later);
  }

  private boolean absent(String event) {
    return arrived.stream().noneMatch(mark -> mark.event().equals(event));
  }

  private static boolean names(Finding finding, String event) {
    return Pattern.compile("(?<![\\w.-])" + Pattern.quote(event) + "(?![\\w-])")
        .matcher(finding.evidence().expected())
        .find();
  }
}
