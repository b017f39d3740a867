package io.goldenpath.demo;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/** The hearing side of a connection: what is said too early waits until somebody listens. */
final class Ears {

  private static final int EARLY_MESSAGES = 16;

  private final Consumer<String> mind;
  private final Queue<String> early = new ArrayDeque<>(1);
  private StringBuilder said = new StringBuilder(0);
  private boolean open;
  private volatile boolean deaf;

  Ears(Consumer<String> mind) {
    this.mind = mind;
  }

  /** Takes part of a message; one that is too long anyway is not kept whole. */
  void hear(String part, boolean last) {
    if (said.length() <= Frames.MAX_MESSAGE_BYTES) {
      said.append(part);
    }
    if (last) {
      String text = said.toString();
      said = new StringBuilder(0);
      hear(text);
    }
  }

  private void hear(String text) {
    if (deaf) {
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
    mind.accept(text);
  }

  boolean areOpen() {
    synchronized (early) {
      return open;
    }
  }

  /** For good. */
  void shut() {
    deaf = true;
  }

  void open() {
    synchronized (early) {
      open = true;
    }
    for (String text = early.poll(); text != null; text = early.poll()) {
      mind.accept(text);
    }
  }
}
