package io.goldenpath.journey.chat;

import io.goldenpath.contract.event.DecodedFrame;

/** Callback for a user's frames, in addition to the judgement. */
public interface FrameTap {

  FrameTap NONE = new FrameTap() {};

  /** The user's question was sent in this frame. */
  default void sent(int frame, long nanos) {}

  default void received(DecodedFrame decoded, String raw, int frame, long nanos) {}
}
