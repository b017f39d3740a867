package io.goldenpath.journey.run;

import io.goldenpath.model.run.Frame;
import io.goldenpath.model.run.Transcript;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Keeps the first and last frames of a connection, shortened; fewer with more concurrent users. */
public final class TranscriptRecorder {

  private static final int MOST_FRAMES = 400;
  private static final int LEAST_FRAMES = 60;
  private static final int ALL_USERS_FRAMES = 16_000;
  private static final int MOST_CHARACTERS = 8 * 1024;

  private final int perEnd;
  private final List<Frame> head = new ArrayList<>();
  private final Deque<Frame> tail = new ArrayDeque<>();
  private int count;

  public TranscriptRecorder(int users) {
    this.perEnd = Math.clamp(ALL_USERS_FRAMES / users, LEAST_FRAMES, MOST_FRAMES) / 2;
  }

  /** Returns the number of the frame. */
  int add(Frame.Direction direction, Duration at, int bytes, String text) {
    count++;
    keep(new Frame(count, direction, at, bytes, shortened(text)));
    return count;
  }

  /** How many there were so far, those among them that are not kept. */
  int count() {
    return count;
  }

  Transcript transcript() {
    List<Frame> frames = new ArrayList<>(head);
    frames.addAll(tail);
    return new Transcript(frames, count - frames.size());
  }

  private void keep(Frame frame) {
    if (head.size() < perEnd) {
      head.add(frame);
      return;
    }
    if (tail.size() == perEnd) {
      tail.removeFirst();
    }
    tail.addLast(frame);
  }

  private static String shortened(String text) {
    return text.length() <= MOST_CHARACTERS
        ? text
        : text.substring(0, MOST_CHARACTERS)
            + "… ("
            + (text.length() - MOST_CHARACTERS)
            + " more characters)";
  }
}
