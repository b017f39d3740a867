package io.goldenpath.metrics;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.InstalledTool;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.SampleRuns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the makers of Prometheus say of our series. */
class PromtoolIT {

  @TempDir private Path folder;

  @Test
  void findsNothingToSayAboutOurSeries() throws Exception {
    Probe probe = SampleRuns.probe("staging");
    Probe crowd = SampleRuns.isolation("staging", 3);
    Scrape scrape = Scrape.watching(probe, crowd);
    new ConfigMeters(scrape.registry(), "local", "0.1.0", NOON);
    new StallMeters(scrape.registry(), "local", () -> Duration.ofMillis(250));
    UnopenedHistory.meters(scrape);
    MaintenanceMetersTests.watching(scrape, probe);
    SloMetersTests.watching(scrape, probe);
    scrape.targets();
    scrape
        .finished(SampleRuns.passed(probe, "a", NOON))
        .finished(SampleRuns.missing(probe, "b", NOON.plusSeconds(60)))
        .finished(SampleRuns.servedSerially(crowd, "c", NOON, 3));

    assertThat(check(scrape.text())).isEmpty();
  }

  @Test
  void wouldFindAMeterWithoutHelp() throws Exception {
    assertThat(check("# TYPE goldenpath_odd counter\ngoldenpath_odd 1\n"))
        .contains("goldenpath_odd");
  }

  private String check(String metrics) throws IOException, InterruptedException {
    Path input = Files.writeString(folder.resolve("metrics"), metrics);
    Path output = folder.resolve("output");
    Process promtool =
        new ProcessBuilder(
                InstalledTool.path("promtool", "prometheus").toString(), "check", "metrics")
            .redirectInput(input.toFile())
            .redirectOutput(output.toFile())
            .redirectErrorStream(true)
            .start();
    assertThat(promtool.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return Files.readString(output, StandardCharsets.UTF_8);
  }
}
