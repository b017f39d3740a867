package io.goldenpath.history;

import io.goldenpath.model.run.EventArrival;

/** One agent event. */
record EventJson(
    String event, double atSeconds, double delaySeconds, long arrivalNanos, int frame) {

  static EventJson of(EventArrival mark) {
    return new EventJson(
        mark.event(),
        JsonSeconds.of(mark.at()),
        JsonSeconds.of(mark.delay()),
        mark.arrivalNanos(),
        mark.frame());
  }
}
