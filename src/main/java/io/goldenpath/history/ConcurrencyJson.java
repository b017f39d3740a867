package io.goldenpath.history;

import io.goldenpath.model.run.ConcurrencySummary;
import io.goldenpath.model.run.UserLatencies;
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

  static ConcurrencyJson of(ConcurrencySummary concurrency) {
    UserLatencies answer = concurrency.answer();
    return new ConcurrencyJson(
        concurrency.connected().total(),
        concurrency.connected().count(),
        concurrency.succeeded().total(),
        concurrency.succeeded().count(),
        answer == null ? null : answer.slowest().slot(),
        seconds(answer, latencies -> latencies.slowest().time()),
        seconds(concurrency.firstEvent(), UserLatencies::spread),
        seconds(answer, UserLatencies::spread),
        seconds(answer, UserLatencies::growthPerUser));
  }

  private static @Nullable Double seconds(
      @Nullable UserLatencies latencies, Function<UserLatencies, Duration> which) {
    return Optional.ofNullable(latencies).map(which).map(JsonSeconds::of).orElse(null);
  }
}
