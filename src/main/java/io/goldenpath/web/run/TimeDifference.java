package io.goldenpath.web.run;

import io.goldenpath.model.time.DurationText;
import io.goldenpath.web.run.TimelineRow.Difference;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How a time differs from the same one of another run. */
final class TimeDifference {

  private static final Duration NOTABLE = Duration.ofMillis(20);
  private static final double NOTABLE_SHARE = 0.2;

  private TimeDifference() {}

  /** Takes null for what one of them has not. */
  static Difference of(@Nullable Duration mine, @Nullable Duration other) {
    if (mine == null) {
      return other == null
          ? Difference.NONE
          : new Difference("came after " + DurationText.of(other) + " there", "slower");
    }
    if (other == null) {
      return new Difference("not there", TimelineRow.Times.SAME);
    }
    Duration more = mine.minus(other);
    return more.abs().toMillis() == 0
        ? new Difference("=", TimelineRow.Times.SAME)
        : new Difference(ZeroPoint.signed(more), trend(more, other));
  }

  private static String trend(Duration more, Duration other) {
    boolean notable =
        more.abs().compareTo(NOTABLE) > 0 && more.abs().toNanos() > NOTABLE_SHARE * other.toNanos();
    if (!notable) {
      return TimelineRow.Times.SAME;
    }
    return more.isNegative() ? "faster" : "slower";
  }
}
