package io.goldenpath.model.finding;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a finding rests on.
 *
 * @param at When it was decided, since the run's start.
 * @param frames Numbers of the frames that it speaks of, in the transcript of the user who met it.
 * @param otherUser The other user whom it concerns; null where it concerns nobody else.
 * @param doubtful Whether a standstill of the monitor may be all that is behind it.
 * @param retryAfter How long from then on the target asked to be left alone; null where it did not.
 */
public record Evidence(
    String expected,
    String seen,
    Duration at,
    List<Integer> frames,
    @Nullable OtherUser otherUser,
    boolean doubtful,
    @Nullable Duration retryAfter) {

  public Evidence {
    frames = List.copyOf(frames);
  }

  public Evidence(String expected, String seen, Duration at, List<Integer> frames) {
    this(expected, seen, at, frames, null);
  }

  public Evidence(
      String expected,
      String seen,
      Duration at,
      List<Integer> frames,
      @Nullable OtherUser otherUser) {
    this(expected, seen, at, frames, otherUser, false, null);
  }

  Evidence withFrames(List<Integer> other) {
    return new Evidence(expected, seen, at, other, otherUser, doubtful, retryAfter);
  }

  Evidence withTexts(UnaryOperator<String> change) {
    return new Evidence(
        change.apply(expected), change.apply(seen), at, frames, otherUser, doubtful, retryAfter);
  }

  /** Another user of the same run, with frames of that user's own transcript. */
  public record OtherUser(int slot, List<Integer> frames) {

    public OtherUser {
      frames = List.copyOf(frames);
    }
  }
}
