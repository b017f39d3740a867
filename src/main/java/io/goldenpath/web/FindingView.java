package io.goldenpath.web;

import io.goldenpath.probe.Evidence;
import io.goldenpath.probe.Finding;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One broken promise as pages show it. */
record FindingView(
    String kind,
    String severity,
    String where,
    String message,
    String expected,
    String seen,
    List<FrameLink> frames,
    @Nullable OtherView other) {

  /** A frame that a finding speaks of. */
  record FrameLink(int number, String anchor) {

    static List<FrameLink> of(int slot, List<Integer> frames) {
      return frames.stream()
          .map(number -> new FrameLink(number, FrameView.anchor(slot, number)))
          .toList();
    }
  }

  /** Another user whom the finding concerns. */
  record OtherView(String user, List<FrameLink> frames) {}

  static FindingView of(Finding finding) {
    return new FindingView(
        finding.kind().label(),
        finding.severity().label(),
        "in %s, user %d, at %s"
            .formatted(finding.step().label(), finding.slot(), Words.of(finding.evidence().at())),
        finding.message(),
        finding.evidence().expected(),
        finding.evidence().seen(),
        FrameLink.of(finding.slot(), finding.evidence().frames()),
        other(finding.evidence().other()));
  }

  /** Whether it speaks of this frame. */
  static boolean speaksOf(Finding finding, int slot, int frame) {
    Evidence.Other other = finding.evidence().other();
    return (finding.slot() == slot && finding.evidence().frames().contains(frame))
        || (other != null && other.slot() == slot && other.frames().contains(frame));
  }

  private static @Nullable OtherView other(Evidence.@Nullable Other other) {
    return other == null
        ? null
        : new OtherView("user " + other.slot(), FrameLink.of(other.slot(), other.frames()));
  }

  /** All of these, heaviest first, so that the first is the one that the strip points at. */
  static List<FindingView> all(List<Finding> findings) {
    return findings.stream()
        .sorted(Comparator.comparing(Finding::severity).reversed())
        .map(FindingView::of)
        .toList();
  }
}
