package io.goldenpath.demo;

import java.time.Duration;

/**
 * An act and its time.
 *
 * @param gap Time since the act before it.
 * @param act What is done then.
 */
record Cue(Duration gap, Act act) {

  static Cue at(long millis, Act act) {
    return new Cue(Duration.ofMillis(millis), act);
  }

  Cue with(Act other) {
    return new Cue(gap, other);
  }

  Cue after(Duration other) {
    return new Cue(other, act);
  }

  /** Whether an event of this type is told. */
  boolean tells(String type) {
    return act instanceof Act.Tell tell && tell.event().type().equals(type);
  }
}
