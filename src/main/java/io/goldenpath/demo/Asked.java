package io.goldenpath.demo;

import java.util.List;

/**
 * A question, and what is known by it.
 *
 * @param ids Of the run that it set off.
 * @param text What was asked.
 */
record Asked(Ids ids, String text) {

  Understood request() {
    return Understood.of(text);
  }

  /** What the agents tell of it when nothing is wrong. */
  List<Event> events() {
    return Tale.of(request(), ids);
  }

  /** The run as it is told when nothing is wrong. */
  Script told(Pace pace) {
    return Tale.of(request(), ids, pace);
  }
}
