package io.goldenpath.wire.http;

import java.io.IOException;

/** A reply that no browser would take, and why. */
public final class BrokenReplyException extends IOException {

  private static final long serialVersionUID = 1L;

  BrokenReplyException(String why) {
    super(why);
  }
}
