package io.goldenpath.demo.platform;

import io.goldenpath.demo.script.ServerFrames;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/** Reading side of a connection: messages that come too early wait until it is opened. */
final class MessageReader {

  private static final int EARLY_MESSAGES = 16;

  private final Consumer<String> handler;
  private final Queue<String> early = new ArrayDeque<>(1);
  private StringBuilder partial = new StringBuilder(0);
  private boolean open;
  private volatile boolean closed;

  MessageReader(Consumer<String> handler) {
    this.handler = handler;
  }

  /** A message that is too long is not buffered whole. */
  void read(String part, boolean last) {
    if (partial.length() <= ServerFrames.MAX_MESSAGE_BYTES) {
      partial.append(part);
    }
    if (last) {
      String text = partial.toString();
      partial = new StringBuilder(0);
      read(text);
    }
  }

  private void read(String text) {
    if (closed) {
      return;
    }
    synchronized (early) {
      if (!open) {
        if (early.size() < EARLY_MESSAGES) {
          early.add(text);
        }
        return;
      }
    }
    handler.accept(text);
  }

  boolean isOpen() {
    synchronized (early) {
      return open;
    }
  }

  void close() {
    closed = true;
  }

  void open() {
    synchronized (early) {
      open = true;
    }
    for (String text = early.poll(); text != null; text = early.poll()) {
      handler.accept(text);
    }
  }
}
