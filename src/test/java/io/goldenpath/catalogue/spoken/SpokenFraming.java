package io.goldenpath.catalogue.spoken;

import java.util.List;

/** One connection between a client that speaks a framing and a platform of plain JSON. */
public interface SpokenFraming {

  /** Frames for the client as soon as the socket is open. */
  default List<String> opening() {
    return List.of();
  }

  /** What becomes of a frame of the client. */
  Passed received(String frame);

  /** Frames in which the client gets what the platform has said. */
  List<String> said(String text);

  /** Frames for the client that must come before a binary one of the platform. */
  default List<String> announced() {
    return List.of();
  }

  /**
   * Frames that follow from one of the client.
   *
   * @param back Those for the client.
   * @param on Those for the platform.
   */
  record Passed(List<String> back, List<String> on) {

    static final Passed NOTHING = new Passed(List.of(), List.of());

    static Passed back(List<String> frames) {
      return new Passed(frames, List.of());
    }

    static Passed on(String frame) {
      return new Passed(List.of(), List.of(frame));
    }
  }
}
