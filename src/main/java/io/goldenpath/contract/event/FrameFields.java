package io.goldenpath.contract.event;

import org.jspecify.annotations.Nullable;

/** A frame's fields as they came, found by JSON pointer. */
public interface FrameFields {

  FrameFields NONE = _ -> null;

  /** A text, number, boolean, list or map; null where there is nothing. */
  @Nullable Object at(String pointer);
}
