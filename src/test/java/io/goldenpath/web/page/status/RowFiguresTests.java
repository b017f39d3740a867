package io.goldenpath.web.page.status;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.history.overview.ProbeOverview;
import io.goldenpath.history.store.VerdictTimes;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.web.page.UptimeText;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RowFiguresTests {

  private static final VerdictTimes ALL_DAY =
      new VerdictTimes(Duration.ofHours(20), Duration.ofHours(4), Duration.ZERO, Duration.ZERO);

  @Test
  void countsDegradedTimeAsUpAndUnknownTimeNotAtAll() {
    assertThat(UptimeText.of(ALL_DAY)).isEqualTo("100 %");
    assertThat(
            UptimeText.of(
                new VerdictTimes(
                    Duration.ofHours(2), Duration.ofHours(1), Duration.ofHours(1), ofDays(9))))
        .isEqualTo("75.00 %");
    assertThat(UptimeText.of(VerdictTimes.NONE)).isEqualTo("–");
  }

  @Test
  void roundsNothingUpToPerfect() {
    VerdictTimes almost =
        new VerdictTimes(ofDays(30), Duration.ZERO, Duration.ofSeconds(5), Duration.ZERO);

    assertThat(UptimeText.of(almost)).isEqualTo("99.99 %");
  }

  @Test
  void saysHowLongTheLastAnswersTook() {
    RowFigures figures =
        RowFigures.of(
            new ProbeOverview(new TreeMap<>(), ALL_DAY, VerdictTimes.NONE),
            List.of(
                SampleRuns.passed(SampleRuns.probe("staging"), "a", NOON),
                SampleRuns.stalled(SampleRuns.probe("staging"), "b", NOON)));

    assertThat(figures).isEqualTo(new RowFigures("100 %", "–", "1.22 s", "1.22 s"));
    assertThat(RowFigures.of(ProbeOverview.EMPTY, List.of()).answer()).isEqualTo("–");
  }

  private static Duration ofDays(int days) {
    return Duration.ofDays(days);
  }
}
