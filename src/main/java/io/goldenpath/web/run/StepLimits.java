package io.goldenpath.web.run;

import io.goldenpath.model.run.StepResult;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.model.time.TimeLimit;
import io.goldenpath.model.time.TimeLimits;
import io.goldenpath.web.run.TimelineRow.LimitMark;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The limits of a probe as lines on the time axis: those in force now. */
record StepLimits(TimeLimits limits, TimeScale scale) {

  /** Empty for what has no limit of its own. */
  Optional<TimeLimit> of(StepResult result) {
    return switch (result.step()) {
      case LOGIN ->
          result.state() == StepResult.State.REUSED
              ? Optional.empty()
              : Optional.of(limits.login());
      case CONNECT -> Optional.of(limits.connect());
      case WELCOME -> Optional.of(limits.welcome());
      case ANSWER -> Optional.of(limits.answer());
      case CLOSE -> Optional.of(TimeLimit.of(limits.close()));
      case RECONNECT -> Optional.of(limits.reconnect());
      case SEND, EVENTS -> Optional.empty();
    };
  }

  static String text(TimeLimit limit) {
    String failed = DurationText.of(limit.failed());
    return limit.degraded() == null ? failed : DurationText.of(limit.degraded()) + " / " + failed;
  }

  /** Where they lie for what began then; those beyond the axis are left out. */
  List<LimitMark> marks(TimeLimit limit, Duration start) {
    List<LimitMark> marks = new ArrayList<>();
    if (limit.degraded() != null) {
      scale
          .within(start.plus(limit.degraded()))
          .ifPresent(x -> marks.add(new LimitMark(x, "degraded")));
    }
    scale.within(start.plus(limit.failed())).ifPresent(x -> marks.add(new LimitMark(x, "failed")));
    return marks;
  }
}
