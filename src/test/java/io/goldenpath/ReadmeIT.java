package io.goldenpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The README says what there is, and nothing that there is not. */
class ReadmeIT {

  private static final Pattern METER = Pattern.compile("`((?:probe|goldenpath)_[a-z_]+)(?:\\{|`)");
  private static final Pattern TYPE =
      Pattern.compile("(?m)^# TYPE ((?:probe|goldenpath)_[a-z_]+) ");

  @Test
  void listsEveryMeterThatIsScraped() throws Exception {
    try (LiveMonitor monitor = LiveMonitor.start()) {
      await().atMost(Duration.ofSeconds(60)).until(() -> !monitor.endedRuns().isEmpty());
      Set<String> scraped = names(TYPE, monitor.get("/actuator/prometheus").body());

      assertThat(scraped).isNotEmpty();
      assertThat(names(METER, readme())).containsAll(scraped);
    }
  }

  @Test
  void staysShort() throws IOException {
    assertThat(readme().lines().count()).isLessThanOrEqualTo(250);
  }

  private static Set<String> names(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String readme() throws IOException {
    return Files.readString(Path.of("README.md"));
  }
}
