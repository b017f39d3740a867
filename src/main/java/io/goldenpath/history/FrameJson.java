package io.goldenpath.history;

import io.goldenpath.model.run.Frame;

/** One frame, redacted. */
record FrameJson(int number, String direction, double atSeconds, int bytes, String text) {

  static FrameJson of(Frame frame) {
    return new FrameJson(
        frame.number(),
        frame.direction().label(),
        JsonSeconds.of(frame.at()),
        frame.bytes(),
        frame.text());
  }
}
