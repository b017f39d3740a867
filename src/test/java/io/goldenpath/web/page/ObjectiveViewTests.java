package io.goldenpath.web.page;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.probe.ServiceLevelObjective;
import io.goldenpath.model.probe.ServiceLevelObjective.GoodRuns;
import io.goldenpath.slo.ErrorBudget;
import io.goldenpath.slo.RunCounts;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectiveViewTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200|0|100 % of the error budget left; 200 of 200 runs good (100.00 %)|false",
        "1998|2|80 % of the error budget left; 1998 of 2000 runs good (99.90 %)|false",
        "199|1|0 % of the error budget left; 199 of 200 runs good (99.50 %)|false",
        "986|14|error budget spent 2.8 times over; 986 of 1000 runs good (98.60 %)|true",
        "153|47|error budget spent 47 times over; 153 of 200 runs good (76.50 %)|true"
      })
  void saysWhatIsLeftOfTheBudget(long good, long bad, String text, boolean overdrawn) {
    ObjectiveView view = ObjectiveView.of(budget(good, bad));

    assertThat(view.text()).isEqualTo(text + ", of 20 h so far; burn 1.0× in 60 min");
    assertThat(view.overdrawn()).isEqualTo(overdrawn);
  }

  @Test
  void judgesNoHandfulOfRuns() {
    assertThat(ObjectiveView.of(budget(13, 4)))
        .isEqualTo(
            new ObjectiveView(
                "99.5 % over 30 days",
                "too few runs to judge it, for one in 200 may be bad; 13 of 17 runs good (76.47 %),"
                    + " of 20 h so far",
                false));
    assertThat(budget(195, 4).judged()).isFalse();
    assertThat(budget(196, 4).judged()).isTrue();
  }

  private static ErrorBudget budget(long good, long bad) {
    return new ErrorBudget(
        new ServiceLevelObjective(new BigDecimal("0.995"), Duration.ofDays(30), GoodRuns.PASSED),
        NOON,
        NOON.minus(Duration.ofHours(20)),
        new RunCounts(good, bad),
        new TreeMap<>(Map.of(Duration.ofHours(1), new RunCounts(199, 1))));
  }
}
