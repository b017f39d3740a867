package io.goldenpath.metrics;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.regression.RegressionState;
import io.goldenpath.model.run.SampleRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The catalogue, the README's table and what is scraped are the same. */
class MonitorMeterTests {

  private static final Pattern ROW =
      Pattern.compile("`((?:probe|goldenpath)_[a-z_]+(?:\\{[a-z,]+})?)`");
  private static final Pattern TYPE =
      Pattern.compile("(?m)^# TYPE ((?:probe|goldenpath)_[a-z_]+) ");

  @Test
  void isTheTableOfTheReadme() throws IOException {
    Set<String> catalogue =
        Arrays.stream(MonitorMeter.values())
            .map(meter -> name(meter) + labels(meter.labels()))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(matches(ROW, Files.readString(Path.of("README.md")))).isEqualTo(catalogue);
  }

  @Test
  void isRegisteredWhole() {
    Probe probe = SampleRuns.isolation("staging", 3);
    Scrape scrape = Scrape.watching(probe);
    new ConfigMeters(scrape.registry(), "local", "0.1.0", NOON);
    new NotifyMeters(scrape.registry(), "local")
        .receivers(Set.of("oncall"), _ -> new NotifyMeters.DeliveryState(false, 0, 0));
    new StallMeters(scrape.registry(), "local", () -> Duration.ZERO);
    scrape.changed(probe, new RegressionState(50, 50, List.of(RegressionMetersTests.VANISHED)));
    UnopenedHistory.meters(scrape);
    MaintenanceMetersTests.watching(scrape, probe);
    SloMetersTests.watching(scrape, probe);
    ReleaseMetersTests.watching(scrape, probe);
    TargetLabelsTests.watching(scrape, probe);
    scrape.targets();
    scrape.finished(SampleRuns.servedSerially(probe, "a", NOON, 3));

    assertThat(matches(TYPE, scrape.text()))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(MonitorMeter.values()).map(MonitorMeterTests::name).toList());
  }

  @Test
  void refusesLabelsThatAMeterDoesNotHave() {
    assertThatThrownBy(() -> MonitorMeter.FINDINGS.tags(List.of("silent")))
        .hasMessage("goldenpath.findings has the labels [kind, severity, step]");
  }

  private static String name(MonitorMeter meter) {
    String suffix =
        switch (meter.type()) {
          case COUNTER -> "_total";
          case TIMER -> "_seconds";
          default -> "";
        };
    return meter.meterName().replace('.', '_') + suffix;
  }

  private static String labels(List<String> labels) {
    return labels.isEmpty() ? "" : "{" + String.join(",", labels) + "}";
  }

  private static Set<String> matches(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
