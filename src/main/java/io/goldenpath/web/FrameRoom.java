package io.goldenpath.web;

import io.goldenpath.probe.Finding;
import io.goldenpath.probe.Frame;
import java.util.Comparator;
import java.util.List;

/**
 * How many frames of one user a page has room for, and how much of their texts: all of a user who
 * was alone, else a share.
 *
 * @param frames How many frames.
 * @param text How many characters of each.
 */
record FrameRoom(int frames, int text) {

  private static final int TOGETHER = 200;
  private static final int SHORT = 500;

  static FrameRoom among(int users, int shown) {
    return users < 2
        ? new FrameRoom(Integer.MAX_VALUE, Integer.MAX_VALUE)
        : new FrameRoom(TOGETHER / Math.max(1, shown), SHORT);
  }

  /** In their order: those that a finding speaks of, and as many of the first as there is room. */
  List<Frame> chosen(int slot, List<Frame> kept, List<Finding> findings) {
    if (kept.size() <= frames) {
      return kept;
    }
    List<Finding> his =
        findings.stream().filter(finding -> FindingView.concerns(finding, slot)).toList();
    Comparator<Frame> spokenOfFirst =
        Comparator.comparing(frame ->
            his.stream().noneMatch(finding -> FindingView.speaksOf(finding, slot, frame.number())));
    return kept.stream()
        .sorted(spokenOfFirst)
        .limit(frames)
        .sorted(Comparator.comparingInt(Frame::number))
        .toList();
  }
}
