package io.goldenpath.web.page;

import io.goldenpath.model.finding.Evidence;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.time.DurationText;
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
    @Nullable OtherUserView other) {

  /** A frame that a finding speaks of. */
  record FrameLink(int number, String href) {

    static List<FrameLink> of(int slot, List<Integer> frames, String page) {
      return frames.stream()
          .map(number -> new FrameLink(number, page + "#" + FrameView.anchor(slot, number)))
          .toList();
    }
  }

  /** Another user whom the finding concerns. */
  record OtherUserView(String user, List<FrameLink> frames) {}

  /**
   * @param page where its frames are shown; empty on that page itself
   */
  static FindingView of(Finding finding, String page) {
    return new FindingView(
        finding.kind().label(),
        finding.severity().label(),
        "in %s, user %d, at %s"
            .formatted(
                finding.step().label(), finding.slot(), DurationText.of(finding.evidence().at())),
        finding.message(),
        finding.evidence().expected(),
        finding.evidence().seen(),
        FrameLink.of(finding.slot(), finding.evidence().frames(), page),
        other(finding.evidence().otherUser(), page));
  }

  /** Whether it speaks of this frame. */
  static boolean mentionsFrame(Finding finding, int slot, int frame) {
    Evidence.OtherUser otherUser = finding.evidence().otherUser();
    return (finding.slot() == slot && finding.evidence().frames().contains(frame))
        || (otherUser != null && otherUser.slot() == slot && otherUser.frames().contains(frame));
  }

  /** Whether it speaks of this user. */
  static boolean concernsUser(Finding finding, int slot) {
    Evidence.OtherUser otherUser = finding.evidence().otherUser();
    return finding.slot() == slot || (otherUser != null && otherUser.slot() == slot);
  }

  private static @Nullable OtherUserView other(
      Evidence.@Nullable OtherUser otherUser, String page) {
    return otherUser == null
        ? null
        : new OtherUserView(
            "user " + otherUser.slot(), FrameLink.of(otherUser.slot(), otherUser.frames(), page));
  }

  /** All of these, heaviest first, so that the first is the one that the strip points at. */
  static List<FindingView> all(List<Finding> findings, String page) {
    return findings.stream()
        .sorted(Comparator.comparing(Finding::severity).reversed())
        .map(finding -> of(finding, page))
        .toList();
  }
}
