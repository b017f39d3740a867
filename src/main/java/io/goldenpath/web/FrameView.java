package io.goldenpath.web;

import io.goldenpath.probe.Finding;
import io.goldenpath.probe.Frame;
import java.util.List;

/**
 * One frame beside what was found in it.
 *
 * @param anchor Its place in the page.
 * @param number Its number in the transcript.
 * @param direction Who sent it.
 * @param facts When it came and how long it is.
 * @param text Its beginning, which for most is all.
 * @param folded The rest of a long text.
 * @param findings What speaks of it.
 */
record FrameView(
    String anchor,
    int number,
    String direction,
    String facts,
    String text,
    String folded,
    List<FindingView> findings) {

  private static final int OPEN = 480;

  /**
   * @param most so much of its text at most
   */
  static FrameView of(int slot, Frame frame, List<Finding> findings, int most) {
    String text = shortened(frame.text(), most);
    int open = text.length() <= OPEN + 80 ? text.length() : fold(text);
    return new FrameView(
        anchor(slot, frame.number()),
        frame.number(),
        frame.direction().label(),
        Words.of(frame.at()) + ", " + frame.bytes() + " bytes",
        text.substring(0, open),
        text.substring(open),
        findings.stream()
            .filter(finding -> FindingView.speaksOf(finding, slot, frame.number()))
            .map(finding -> FindingView.of(finding, ""))
            .toList());
  }

  private static String shortened(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most) + "… (the JSON has all of it)";
  }

  /** Never between the two halves of one character. */
  private static int fold(String text) {
    return Character.isLowSurrogate(text.charAt(OPEN)) ? OPEN - 1 : OPEN;
  }

  static String anchor(int slot, int number) {
    return "frame-" + slot + "-" + number;
  }
}
