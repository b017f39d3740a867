package io.goldenpath.history;

import io.goldenpath.probe.Concurrency;
import io.goldenpath.probe.Times;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What several users at once met together; null where no answer or event came. */
record ConcurrencyJson(
    int users,
    int connected,
    int asked,
    int succeeded,
    @Nullable Integer slowestUser,
    @Nullable Double slowestAnswerSeconds,
    @Nullable Double firstEventSpreadSeconds,
    @Nullable Double answerSpreadSeconds,
    @Nullable Double answerGrowthPerUserSeconds) {

  static ConcurrencyJson of(Concurrency together) {
    Times answer = together.answer();
    return new ConcurrencyJson(
        together.connected().all(),
        together.connected().count(),
        together.succeeded().all(),
        together.succeeded().count(),
        answer == null ? null : answer.slowest().slot(),
        seconds(answer, times -> times.slowest().time()),
        seconds(together.firstEvent(), Times::spread),
        seconds(answer, Times::spread),
        seconds(answer, Times::growth));
  }

  private static @Nullable Double seconds(@Nullable Times times, Function<Times, Duration> which) {
    return Optional.ofNullable(times).map(which).map(Seconds::of).orElse(null);
  }
}
