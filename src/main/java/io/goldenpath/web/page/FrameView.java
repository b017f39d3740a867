package io.goldenpath.web.page;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.run.Frame;
import io.goldenpath.model.time.DurationText;
import java.util.List;

/** Frame with its findings; {@code folded} is the rest of a long text, empty for most. */
record FrameView(Frame frame, String text, String folded, List<Finding> findings) {

  private static final int UNFOLDED_CHARACTERS = 480;

  static FrameView of(int slot, Frame frame, List<Finding> findings, int maxCharacters) {
    String text = shortened(frame.text(), maxCharacters);
    int unfolded = text.length() <= UNFOLDED_CHARACTERS + 80 ? text.length() : fold(text);
    return new FrameView(
        frame,
        text.substring(0, unfolded),
        text.substring(unfolded),
        findings.stream().filter(finding -> finding.mentions(slot, frame.number())).toList());
  }

  public String facts() {
    String at = DurationText.of(frame.at());
    return frame.direction() == Frame.Direction.NOTE ? at : at + ", " + frame.bytes() + " bytes";
  }

  private static String shortened(String text, int maxCharacters) {
    return text.length() <= maxCharacters
        ? text
        : text.substring(0, maxCharacters) + "… (the JSON has all of it)";
  }

  /** Never splits a surrogate pair. */
  private static int fold(String text) {
    return Character.isLowSurrogate(text.charAt(UNFOLDED_CHARACTERS))
        ? UNFOLDED_CHARACTERS - 1
        : UNFOLDED_CHARACTERS;
  }
}
