package io.goldenpath.history;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.goldenpath.model.run.ConcurrencySummary;
import io.goldenpath.model.run.UserLatencies;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A comparison of the users of one run; null where no answer or event came. */
record ConcurrencyJson(
    int users,
    int connected,
    int asked,
    int succeeded,
    @Nullable Duration firstEventSpread,
    @JsonUnwrapped AnswerTimesJson answers) {

  /** When the users got their answers. */
  record AnswerTimesJson(
      @Nullable Integer slowestUser,
      @Nullable Duration slowestAnswer,
      @Nullable Duration answerSpread,
      @Nullable Duration answerGrowthPerUser) {

    static AnswerTimesJson of(@Nullable UserLatencies answer) {
      return answer == null
          ? new AnswerTimesJson(null, null, null, null)
          : new AnswerTimesJson(
              answer.slowest().slot(),
              answer.slowest().time(),
              answer.spread(),
              answer.growthPerUser());
    }
  }

  static ConcurrencyJson of(ConcurrencySummary concurrency) {
    UserLatencies firstEvent = concurrency.firstEvent();
    return new ConcurrencyJson(
        concurrency.connected().total(),
        concurrency.connected().count(),
        concurrency.succeeded().total(),
        concurrency.succeeded().count(),
        firstEvent == null ? null : firstEvent.spread(),
        AnswerTimesJson.of(concurrency.answer()));
  }
}
