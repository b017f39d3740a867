package io.goldenpath.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.target.Target;
import io.goldenpath.settings.service.TargetLabelsReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TargetLabelsTests {

  private final Scrape scrape = Scrape.watching();
  private final TargetLabels meters = new TargetLabels(scrape.registry(), "local");

  @Test
  void haveOneSeriesForEachTarget() {
    watch(probe("shop", Map.of("team", "search")), probe("shop", Map.of("team", "search")));

    assertThat(lines())
        .containsExactly(
            "goldenpath_target_info{location=\"local\",target=\"shop\",team=\"search\"} 1");
  }

  @Test
  void areEmptyWhereOnlyAnotherTargetHasThem() {
    watch(probe("shop", Map.of("team", "search", "tier", "1")), probe("lab", Map.of()));

    assertThat(lines())
        .containsExactlyInAnyOrder(
            "goldenpath_target_info{location=\"local\",target=\"lab\",team=\"\",tier=\"\"} 1",
            "goldenpath_target_info{location=\"local\",target=\"shop\",team=\"search\",tier=\"1\"} 1");
  }

  @Test
  void followTheSettings() {
    watch(probe("shop", Map.of("team", "search")), probe("lab", Map.of()));
    watch(probe("shop", Map.of("ownerMail", "a@b.c")));
    assertThat(lines())
        .containsExactly(
            "goldenpath_target_info{location=\"local\",ownerMail=\"a@b.c\",target=\"shop\"} 1");

    watch();
    assertThat(lines()).isEmpty();
  }

  @Test
  void mayNotBeCalledLikeThoseOfAnyMeter() {
    assertThat(TargetLabelsReader.TAKEN)
        .containsAll(
            Arrays.stream(MonitorMeter.values()).flatMap(meter -> meter.labels().stream()).toList())
        .contains("target", "journey", "location");
  }

  /** The series of a target that has none. */
  static void watching(Scrape scrape, Probe probe) {
    new TargetLabels(scrape.registry(), "local").watching(List.of(probe));
  }

  private void watch(Probe... probes) {
    meters.watching(List.of(probes));
  }

  private List<String> lines() {
    return scrape.text().lines().filter(line -> line.startsWith("goldenpath_target_info")).toList();
  }

  private static Probe probe(String name, Map<String, String> labels) {
    Probe probe = SampleRuns.probe(name);
    Target target = probe.target();
    return new Probe(
        new Target(
            name,
            target.access(),
            target.users(),
            target.dialect(),
            target.contract(),
            target.rateLimits(),
            new TreeMap<>(labels)),
        probe.cadence(),
        probe.limits(),
        probe.script(),
        probe.events(),
        probe.regression(),
        probe.verdict());
  }
}
