package io.goldenpath.model.run;

import java.util.List;

/**
 * All of one user's frames in order, redacted.
 *
 * @param frames The first and the last frames of the connection.
 * @param omitted How many in between were counted but not kept.
 */
public record Transcript(List<Frame> frames, int omitted) {

  public static final Transcript EMPTY = new Transcript(List.of(), 0);

  public Transcript {
    frames = List.copyOf(frames);
  }
}
