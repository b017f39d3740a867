package io.goldenpath.metrics;

import static io.goldenpath.model.run.SampleRuns.NOON;

import io.goldenpath.model.probe.JourneySpec;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.settings.keys.MetricsProperties.Detail;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Of what the series of a probe are, journey by journey, as a page of the manual. */
final class SeriesPage {

  private static final String TEXT =
      """
      # Series

      How many series a probe has, by what they tell: `goldenpath.metrics.detail` is `lean` unless set, `full` tells all. Where two
      numbers stand, the second is that of `full`. Each has run twice and was good, with TLS, tokens that expire, and the five events of
      the bundled contract; three users in `isolation`. The monitor as a whole has 12 more: lateness, as a histogram, and runs in flight.

      {table}
      In `lean`, events, gaps, steps and phases are a sum and a count, so their averages are known and no quantiles.
      `goldenpath_findings_total` is at 0 for critical findings alone; every other kind, severity and step has its series once it has
      occurred. `goldenpath_regression` is there while something has changed, for each that has.

      An objective (`slo`) is three more, each further event of a contract three (14 with `full`), each user of `isolation` up to ten one.
      Each bound in `goldenpath.metrics.buckets` is a series for each histogram.

      None ends in `_max`: Micrometer's maximum belongs to no window that a query could name.
      """;

  private final Map<String, Probe> probes = new LinkedHashMap<>();

  private SeriesPage() {
    probes.put("golden-path", SampleRuns.probe("staging"));
    probes.put("isolation", SampleRuns.isolation("staging", 3));
    probes.put("recovery", SampleRuns.recovery("staging"));
    probes.put(
        "refusal",
        SampleRuns.probe(
            "staging",
            new JourneySpec.Refusal(List.of(JourneySpec.BadToken.values()), Map.of(), null),
            1));
  }

  static String text() {
    return TEXT.replace("{table}", new SeriesPage().table());
  }

  /** What a scrape tells of a probe that has run well. */
  static Scrape good(Detail detail, Probe probe) {
    Scrape scrape = Scrape.watching(detail, probe);
    MaintenanceMetersTests.watching(scrape, probe);
    return scrape.finished(passed(probe, "a")).finished(passed(probe, "b"));
  }

  /** What it tells after runs that failed in four ways. */
  static Scrape failed(Detail detail, Probe probe) {
    return good(detail, probe)
        .finished(SampleRuns.late(probe, "c", NOON))
        .finished(SampleRuns.missing(probe, "d", NOON))
        .finished(SampleRuns.stalled(probe, "e", NOON))
        .finished(SampleRuns.refused(probe, "f", NOON));
  }

  private static Run passed(Probe probe, String id) {
    return switch (probe.script().spec()) {
      case JourneySpec.Isolation isolation ->
          SampleRuns.servedSerially(probe, id, NOON, isolation.askers());
      case JourneySpec.Recovery _ -> SampleRuns.recovered(probe, id, NOON);
      case JourneySpec.GoldenPath _, JourneySpec.Refusal _ -> SampleRuns.passed(probe, id, NOON);
    };
  }

  private String table() {
    List<String> journeys = List.copyOf(probes.keySet());
    List<Counts> good = counts(SeriesPage::good);
    List<Counts> failed = counts(SeriesPage::failed);
    StringBuilder table = new StringBuilder("| series | " + String.join(" | ", journeys) + " |\n");
    table.append("|---").append("|---".repeat(journeys.size())).append("|\n");
    Set<String> names = new TreeSet<>();
    good.forEach(counts -> names.addAll(counts.full().keySet()));
    names.forEach(name -> table.append(row("`" + name + "`", good, counts -> counts.of(name))));
    table.append(row("**in all**", good, Counts::all));
    table.append(row("**in all, after runs that failed in four ways**", failed, Counts::all));
    return table.toString();
  }

  private List<Counts> counts(BiFunction<Detail, Probe, Scrape> scrape) {
    return probes.values().stream()
        .map(probe ->
            new Counts(
                Counts.of(scrape.apply(Detail.LEAN, probe)),
                Counts.of(scrape.apply(Detail.FULL, probe))))
        .toList();
  }

  private static String row(String title, List<Counts> counts, Function<Counts, String> cell) {
    return counts.stream()
        .map(cell)
        .collect(Collectors.joining(" | ", "| " + title + " | ", " |\n"));
  }

  /** Number of series of each name, in both details. */
  private record Counts(Map<String, Integer> lean, Map<String, Integer> full) {

    static Map<String, Integer> of(Scrape scrape) {
      return scrape.ofProbes().stream()
          .map(sample -> sample.name().replaceFirst("_(bucket|sum|count)$", ""))
          .collect(Collectors.toMap(Function.identity(), _ -> 1, Integer::sum));
    }

    String of(String name) {
      return cell(lean.getOrDefault(name, 0), full.getOrDefault(name, 0));
    }

    String all() {
      return cell(sum(lean), sum(full));
    }

    private static int sum(Map<String, Integer> counts) {
      return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static String cell(int lean, int full) {
      return lean == full ? String.valueOf(lean) : lean + " / " + full;
    }
  }
}
