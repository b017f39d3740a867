package io.goldenpath.journey.chat;

import io.goldenpath.contract.event.DecodedFrame;

/** Told of a user's frames beside the judgement. */
public interface FrameTap {

  /** Tells nobody. */
  FrameTap NONE = new FrameTap() {};

  /** The user's question went out in this frame. */
  default void sent(int frame, long nanos) {}

  /** A frame came to the user. */
  default void received(DecodedFrame decoded, String raw, int frame, long nanos) {}
}
