package io.goldenpath.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTests {

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0 ms",
    "PT0.0004S, <1 ms",
    "PT0.041S, 41 ms",
    "PT0.9999S, 999 ms",
    "PT1.842S, 1.84 s",
    "PT119S, 119.00 s",
    "PT2M, 2 min",
    "PT1H59M, 119 min",
    "PT2H, 2 h",
    "PT48H, 2 days"
  })
  void tellsDurationsAsPeopleReadThem(Duration time, String words) {
    assertThat(NumberText.duration(time)).isEqualTo(words);
  }
}
