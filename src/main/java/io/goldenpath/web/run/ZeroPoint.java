package io.goldenpath.web.run;

import io.goldenpath.model.run.UserRun;
import io.goldenpath.model.time.DurationText;
import java.time.Duration;

/**
 * The moment that times of one user count from.
 *
 * @param offset When it was, since the run's start.
 */
record ZeroPoint(Duration offset) {

  static final ZeroPoint RUN_START = new ZeroPoint(Duration.ZERO);

  /** When the message was sent; the run's start where it is asked for, or none was. */
  static ZeroPoint of(UserRun user, boolean fromStart) {
    return fromStart ? RUN_START : user.sentAt().map(ZeroPoint::new).orElse(RUN_START);
  }

  Duration since(Duration at) {
    return at.minus(offset);
  }

  /** A time since the run's start, as it reads from here. */
  String text(Duration at) {
    return signed(since(at));
  }

  /** With its sign, such as {@code +310 ms}, or {@code −24 ms}; 0 has none. */
  static String signed(Duration time) {
    if (time.isZero()) {
      return "0";
    }
    return (time.isNegative() ? "\u2212" : "+") + DurationText.of(time.abs());
  }
}
