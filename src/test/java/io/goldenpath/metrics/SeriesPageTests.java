package io.goldenpath.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.probe.JourneySpec;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.settings.keys.MetricsProperties.Detail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How many series a probe has, by the scraped text. */
class SeriesPageTests {

  private static final Path PAGE = Path.of("docs/series.md");
  private static final String WRITE = "write-docs";
  private static final int MOST_WHEN_GOOD = 120;
  private static final int MOST = 150;
  private static final int MOST_IN_FULL = 300;

  @Test
  void areFewOfAGoldenPathThatIsGood() {
    Probe probe = SampleRuns.probe("staging");
    Scrape scrape = SeriesPage.good(Detail.LEAN, probe);
    SloMetersTests.watching(scrape, probe);

    assertThat(scrape.ofProbes()).hasSizeBetween(100, MOST_WHEN_GOOD);
  }

  static Stream<Probe> journeys() {
    return Stream.of(
            new JourneySpec.GoldenPath(),
            new JourneySpec.Isolation(10, 100, 0, false),
            new JourneySpec.Isolation(8, 50, 2, true),
            new JourneySpec.Recovery(
                JourneySpec.DisconnectMode.SERVER,
                "agent_thinking",
                JourneySpec.ReconnectStrategy.EITHER,
                List.of(JourneySpec.MalformedMessage.values()),
                3,
                3),
            new JourneySpec.Refusal(List.of(JourneySpec.BadToken.values()), Map.of(), null))
        .map(spec -> SampleRuns.probe("staging", spec, 10));
  }

  @ParameterizedTest
  @MethodSource("journeys")
  void areFewAfterRunsThatFailed(Probe probe) {
    assertThat(SeriesPage.failed(Detail.LEAN, probe).ofProbes()).hasSizeBetween(100, MOST);
  }

  @ParameterizedTest
  @MethodSource("journeys")
  void areBoundedWhereAllIsTold(Probe probe) {
    assertThat(SeriesPage.failed(Detail.FULL, probe).ofProbes()).hasSizeBetween(200, MOST_IN_FULL);
  }

  @Test
  void areThoseOfThePageOfTheManual() throws IOException {
    String page = SeriesPage.text();
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(PAGE, page);
    }

    assertThat(PAGE)
        .as(
            "%s is not what is scraped; write it anew with: mvn test -Dtest=%s -D%s=true",
            PAGE, SeriesPageTests.class.getSimpleName(), WRITE)
        .hasContent(page);
  }
}
