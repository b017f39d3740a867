package io.goldenpath.model.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationTextTests {

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0 ms",
    "PT0.0004S, <1 ms",
    "PT0.041S, 41 ms",
    "PT0.9999S, 999 ms",
    "PT-0.12S, -120 ms",
    "PT10S, 10 s",
    "PT1.842S, 1.84 s",
    "PT4.5S, 4.50 s",
    "PT119.5S, 119.50 s",
    "PT2M, 2 min",
    "PT1H59M, 119 min",
    "PT2H, 2 h",
    "PT48H, 2 days"
  })
  void tellsDurationsAsPeopleReadThem(Duration time, String text) {
    assertThat(DurationText.of(time)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"PT0S, 0 ms", "PT0.0004S, <1 ms", "PT1.842S, 1842 ms"})
  void keepsToMillisecondsInColumns(Duration time, String text) {
    assertThat(DurationText.millis(time)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"PT0S, 0s", "PT0.5S, 500ms", "PT5S, 5s", "PT90S, 90s", "PT2M, 2m", "PT1H, 60m"})
  void writesWhatSettingsAccept(Duration time, String text) {
    assertThat(DurationText.setting(time)).isEqualTo(text);
  }
}
