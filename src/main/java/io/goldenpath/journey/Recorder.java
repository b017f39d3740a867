package io.goldenpath.journey;

import io.goldenpath.probe.Frame;
import io.goldenpath.probe.Transcript;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Keeps the first and the last frames of a connection, shortened. The more users there are at once,
 * the fewer of each.
 */
final class Recorder {

  private static final int MOST = 400;
  private static final int LEAST = 60;
  private static final int ALL = 16_000;
  private static final int TEXT = 8 * 1024;

  private final int half;
  private final List<Frame> head = new ArrayList<>();
  private final Deque<Frame> tail = new ArrayDeque<>();
  private int count;

  /** A recorder for one of so many users. */
  Recorder(int users) {
    this.half = Math.clamp(ALL / users, LEAST, MOST) / 2;
  }

  /** Keeps a frame and returns its number. */
  int add(Frame.Direction direction, Duration at, int bytes, String text) {
    count++;
    keep(new Frame(count, direction, at, bytes, shortened(text)));
    return count;
  }

  Transcript transcript() {
    List<Frame> frames = new ArrayList<>(head);
    frames.addAll(tail);
    return new Transcript(frames, count - frames.size());
  }

  private void keep(Frame frame) {
    if (head.size() < half) {
      head.add(frame);
      return;
    }
    if (tail.size() == half) {
      tail.removeFirst();
    }
    tail.addLast(frame);
  }

  private static String shortened(String text) {
    return text.length() <= TEXT
        ? text
        : text.substring(0, TEXT) + "… (" + (text.length() - TEXT) + " more characters)";
  }
}
