package io.goldenpath.web.run;

import io.goldenpath.model.run.Frame;
import java.util.Comparator;
import java.util.List;

/** Limits on the frames of one user and on each frame's text; a user who was alone has none. */
record FrameBudget(int maxFrames, int maxCharacters) {

  private static final int FRAMES_OF_ALL_USERS = 200;
  private static final int SHORT_TEXT = 500;

  static FrameBudget forUsers(int users, int shown) {
    return users < 2
        ? new FrameBudget(Integer.MAX_VALUE, Integer.MAX_VALUE)
        : new FrameBudget(FRAMES_OF_ALL_USERS / Math.max(1, shown), SHORT_TEXT);
  }

  /** Prefers frames that a finding mentions, then the first ones; their order stays. */
  List<Frame> select(int slot, List<Frame> kept, List<FindingView.Reference> findings) {
    if (kept.size() <= maxFrames) {
      return kept;
    }
    Comparator<Frame> mentionedFirst =
        Comparator.comparing(frame ->
            findings.stream().noneMatch(found -> found.finding().mentions(slot, frame.number())));
    return kept.stream()
        .sorted(mentionedFirst)
        .limit(maxFrames)
        .sorted(Comparator.comparingInt(Frame::number))
        .toList();
  }
}
