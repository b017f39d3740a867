package io.goldenpath.web.run;

import io.goldenpath.model.run.EventArrival;
import io.goldenpath.model.run.StepResult;
import io.goldenpath.model.run.UserRun;
import io.goldenpath.web.page.StripView;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One axis for a user of this run and of the one beside it, whose zero points lie above each other.
 *
 * @param from Where the axis begins, in nanoseconds from the zero point.
 */
record TimeScale(ZeroPoint zero, ZeroPoint otherZero, double from, double to) {

  /** A bar on the axis. */
  record Bar(String x, String width) {}

  static TimeScale of(UserRun user, @Nullable UserRun other, boolean fromStart) {
    ZeroPoint zero = ZeroPoint.of(user, fromStart);
    ZeroPoint otherZero = other == null ? zero : ZeroPoint.of(other, fromStart);
    double from = Math.min(-nanos(zero.offset()), -nanos(otherZero.offset()));
    double end = nanos(zero.since(end(user)));
    double otherEnd = other == null ? end : nanos(otherZero.since(end(other)));
    return new TimeScale(zero, otherZero, from, Math.max(from + 1, Math.max(end, otherEnd)));
  }

  private static Duration end(UserRun user) {
    return Stream.concat(
            user.steps().stream().map(StepResult::end),
            user.events().stream().map(EventArrival::at))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  /** Where the axis ends, as a time. */
  String endText() {
    return ZeroPoint.signed(Duration.ofNanos((long) to));
  }

  String zeroX() {
    return percent(0);
  }

  /** Where the zero point lies, from 0 to 1. */
  double zeroShare() {
    return share(0);
  }

  Bar bar(Duration start, Duration length) {
    return bar(zero, start, length);
  }

  Bar otherBar(Duration start, Duration length) {
    return bar(otherZero, start, length);
  }

  String position(Duration at) {
    return percent(nanos(zero.since(at)));
  }

  /** Empty where it lies beyond the end of the axis. */
  Optional<String> within(Duration at) {
    double place = nanos(zero.since(at));
    return place > to ? Optional.empty() : Optional.of(percent(place));
  }

  private Bar bar(ZeroPoint point, Duration start, Duration length) {
    double left = share(nanos(point.since(start)));
    double right = share(nanos(point.since(start.plus(length))));
    return new Bar(StripView.percent(left), StripView.percent(right - left));
  }

  private String percent(double place) {
    return StripView.percent(share(place));
  }

  private double share(double place) {
    return Math.clamp((place - from) / (to - from), 0, 1);
  }

  private static double nanos(Duration time) {
    return time.toNanos();
  }
}
