package io.goldenpath.wire;

import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Puts the fragments of one message together, up to a bound. */
final class Assembly {

  private final int bound;
  private ByteArrayOutputStream payload = new ByteArrayOutputStream(256);
  private boolean open;
  private boolean text;

  Assembly(int bound) {
    this.bound = bound;
  }

  /** Whether the message is still within its bound. */
  boolean add(boolean startsText, ByteBuf fragment) {
    if (!open) {
      open = true;
      text = startsText;
    }
    if (payload.size() + fragment.readableBytes() > bound) {
      return false;
    }
    try {
      fragment.readBytes(payload, fragment.readableBytes());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return true;
  }

  boolean text() {
    return text;
  }

  byte[] take() {
    byte[] message = payload.toByteArray();
    payload = new ByteArrayOutputStream(256);
    open = false;
    return message;
  }
}
