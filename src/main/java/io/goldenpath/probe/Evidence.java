package io.goldenpath.probe;

import java.time.Duration;
import java.util.List;

/**
 * What a finding rests on.
 *
 * @param expected What the contract promised.
 * @param seen What came instead.
 * @param at When it was decided, since the run's start.
 * @param frames Numbers of the frames that it speaks of.
 */
public record Evidence(String expected, String seen, Duration at, List<Integer> frames) {

  public Evidence {
    frames = List.copyOf(frames);
  }
}
