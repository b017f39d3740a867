package io.goldenpath.wire.http;

import java.io.IOException;

/** A body that no browser would take out of its chunks, and why. */
public final class BrokenChunkException extends IOException {

  private static final long serialVersionUID = 1L;

  BrokenChunkException(String why) {
    super(why);
  }
}
