package io.goldenpath.model.run;

import io.goldenpath.model.finding.Labelled;
import java.time.Duration;

/**
 * One frame sent or received, or a note of the monitor's own between them.
 *
 * @param number Position within the user's transcript, from 1.
 * @param at When its last byte was read or written, since the run's start.
 * @param bytes Length of the payload on the wire; 0 for a note.
 * @param text Redacted text.
 */
public record Frame(int number, Direction direction, Duration at, int bytes, String text) {

  Frame withText(String other) {
    return new Frame(number, direction, at, bytes, other);
  }

  /** Who sent a frame, or that it is a note of what the frames do not show. */
  public enum Direction implements Labelled {
    SENT,
    RECEIVED,
    NOTE;
  }
}
