package io.goldenpath.model.run;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * All of one user's frames in order, redacted.
 *
 * @param frames The first and the last frames of the connection.
 * @param omitted How many in between were counted but not kept.
 */
public record Transcript(List<Frame> frames, int omitted) {

  public static final Transcript EMPTY = new Transcript(List.of(), 0);

  public Transcript {
    frames = List.copyOf(frames);
  }

  /** This one with other texts in frames up to this number. */
  public Transcript withTexts(int last, UnaryOperator<String> change) {
    List<Frame> changed =
        frames.stream()
            .map(
                frame -> frame.number() > last ? frame : frame.withText(change.apply(frame.text())))
            .toList();
    return new Transcript(changed, omitted);
  }

  /** This one with all its frames omitted, which are counted. */
  public Transcript withoutFrames() {
    return new Transcript(List.of(), frames.size() + omitted);
  }
}
