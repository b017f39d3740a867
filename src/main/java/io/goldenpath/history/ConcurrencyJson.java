package io.goldenpath.history;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.goldenpath.model.run.ConcurrencySummary;
import io.goldenpath.model.run.UserLatencies;
import org.jspecify.annotations.Nullable;

/** A comparison of the users of one run; null where no answer or event came. */
record ConcurrencyJson(
    int users,
    int connected,
    int asked,
    int succeeded,
    @Nullable Double firstEventSpreadSeconds,
    @JsonUnwrapped AnswerTimesJson answers) {

  /** When the users got their answers. */
  record AnswerTimesJson(
      @Nullable Integer slowestUser,
      @Nullable Double slowestAnswerSeconds,
      @Nullable Double answerSpreadSeconds,
      @Nullable Double answerGrowthPerUserSeconds) {

    static AnswerTimesJson of(@Nullable UserLatencies answer) {
      return answer == null
          ? new AnswerTimesJson(null, null, null, null)
          : new AnswerTimesJson(
              answer.slowest().slot(),
              JsonSeconds.of(answer.slowest().time()),
              JsonSeconds.of(answer.spread()),
              JsonSeconds.of(answer.growthPerUser()));
    }
  }

  static ConcurrencyJson of(ConcurrencySummary concurrency) {
    UserLatencies firstEvent = concurrency.firstEvent();
    return new ConcurrencyJson(
        concurrency.connected().total(),
        concurrency.connected().count(),
        concurrency.succeeded().total(),
        concurrency.succeeded().count(),
        firstEvent == null ? null : JsonSeconds.of(firstEvent.spread()),
        AnswerTimesJson.of(concurrency.answer()));
  }
}
