package io.goldenpath.history;

import io.goldenpath.probe.EventMark;

/** One agent event. */
record EventJson(
    String event, double atSeconds, double delaySeconds, long arrivalNanos, int frame) {

  static EventJson of(EventMark mark) {
    return new EventJson(
        mark.event(),
        Seconds.of(mark.at()),
        Seconds.of(mark.delay()),
        mark.arrivalNanos(),
        mark.frame());
  }
}
