package io.goldenpath.model.run;

import java.time.Duration;
import java.util.Locale;

/**
 * One thing sent or received.
 *
 * @param number Position within the user's transcript, from 1.
 * @param direction Who sent it.
 * @param at When its last byte was read or written, since the run's start.
 * @param bytes Length of the payload on the wire.
 * @param text Redacted text.
 */
public record Frame(int number, Direction direction, Duration at, int bytes, String text) {

  /** Who sent a frame. */
  public enum Direction {
    SENT,
    RECEIVED;

    /** The direction as JSON and pages write it. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
