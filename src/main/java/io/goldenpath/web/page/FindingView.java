package io.goldenpath.web.page;

import io.goldenpath.model.finding.Evidence;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.time.DurationText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One finding as pages show it. */
record FindingView(
    String kind,
    String severity,
    String where,
    String message,
    String expected,
    String seen,
    List<FrameLink> frames,
    @Nullable OtherUserView other) {

  /** A link to a frame that a finding mentions. */
  record FrameLink(int number, String href) {

    static List<FrameLink> of(int slot, List<Integer> frames, String page) {
      return frames.stream()
          .map(number -> new FrameLink(number, page + "#" + anchor(slot, number)))
          .toList();
    }

    static String anchor(int slot, int number) {
      return "frame-" + slot + "-" + number;
    }
  }

  /** Another user whom the finding concerns. */
  record OtherUserView(String user, List<FrameLink> frames) {}

  /** Links lead to {@code page}, which is empty on that page itself. */
  static FindingView of(Finding finding, String page) {
    Evidence evidence = finding.evidence();
    return new FindingView(
        finding.kind().label(),
        finding.severity().label(),
        "in %s, user %d, at %s"
            .formatted(finding.step().label(), finding.slot(), DurationText.of(evidence.at())),
        finding.message(),
        evidence.expected(),
        evidence.seen(),
        FrameLink.of(finding.slot(), evidence.frames(), page),
        other(evidence.otherUser(), page));
  }

  private static @Nullable OtherUserView other(Evidence.@Nullable OtherUser other, String page) {
    return other == null
        ? null
        : new OtherUserView(
            "user " + other.slot(), FrameLink.of(other.slot(), other.frames(), page));
  }
}
