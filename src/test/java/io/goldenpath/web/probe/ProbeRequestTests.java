package io.goldenpath.web.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProbeRequestTests {

  private static final Duration MOST = Duration.ofSeconds(65);

  @ParameterizedTest
  @CsvSource({"10, PT9.5S", "2.5, PT2S", "0.5, PT0S", "0.1, PT0S", "0, PT0S", "999999999, PT65S"})
  void leavesHalfASecondForTheWayBack(String timeout, Duration patience) {
    assertThat(asked(timeout).patience(MOST)).isEqualTo(patience);
  }

  @Test
  void hasAnEndWhereTheScraperNamesNone() {
    assertThat(asked(null).patience(MOST)).isEqualTo(MOST);
  }

  @Test
  void asksForTheGoldenPathAndTheLastRunUnlessToldOtherwise() {
    assertThat(asked(null))
        .isEqualTo(new ProbeRequest("staging", "golden-path", false, false, null));
  }

  private static ProbeRequest asked(@Nullable String timeout) {
    return ProbeRequest.of(Map.of("target", "staging", "hostname", "for others"), timeout);
  }
}
