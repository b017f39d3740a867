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
  record FrameLink(int number, String href) {

    static List<FrameLink> of(int slot, List<Integer> frames, String page) {
      return frames.stream()
          .map(number -> new FrameLink(number, page + "#" + FrameView.anchor(slot, number)))
          .toList();
    }
  }

  /** Another user whom the finding concerns. */
  record OtherView(String user, List<FrameLink> frames) {}

  /**
   * @param page where its frames are shown; empty on that page itself
   */
  static FindingView of(Finding finding, String page) {
    return new FindingView(
        finding.kind().label(),
        finding.severity().label(),
        "in %s, user %d, at %s"
            .formatted(finding.step().label(), finding.slot(), Words.of(finding.evidence().at())),
        finding.message(),
        finding.evidence().expected(),
        finding.evidence().seen(),
        FrameLink.of(finding.slot(), finding.evidence().frames(), page),
        other(finding.evidence().other(), page));
  }

  /** Whether it speaks of this frame. */
  static boolean speaksOf(Finding finding, int slot, int frame) {
    Evidence.Other other = finding.evidence().other();
    return (finding.slot() == slot && finding.evidence().frames().contains(frame))
        || (other != null && other.slot() == slot && other.frames().contains(frame));
  }

  /** Whether it speaks of this user. */
  static boolean concerns(Finding finding, int slot) {
    Evidence.Other other = finding.evidence().other();
    return finding.slot() == slot || (other != null && other.slot() == slot);
  }

  private static @Nullable OtherView other(Evidence.@Nullable Other other, String page) {
    return other == null
        ? null
        : new OtherView("user " + other.slot(), FrameLink.of(other.slot(), other.frames(), page));
  }

  /** All of these, heaviest first, so that the first is the one that the strip points at. */
  static List<FindingView> all(List<Finding> findings, String page) {
    return findings.stream()
        .sorted(Comparator.comparing(Finding::severity).reversed())
        .map(finding -> of(finding, page))
        .toList();
  }
}
