package io.goldenpath.web.page.probe;

import io.goldenpath.history.trend.ProbeTrend;
import io.goldenpath.history.trend.TrendRange;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.model.time.TimeLimits;
import io.goldenpath.web.page.PageFormat;
import io.goldenpath.web.page.UptimeText;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What one probe did in a range of time, for people.
 *
 * @param known Of how long the verdict is known.
 * @param runs How many there were of each outcome, in words.
 * @param sampled Which single runs the figures and charts are of, in words.
 */
record TrendView(
    TrendRange range,
    PageFormat.TimeView from,
    String uptime,
    String known,
    String runs,
    String sampled,
    OutcomeStrip strip,
    List<TrendFigures> figures,
    boolean complete) {

  static TrendView of(ProbeTrend trend, TimeLimits limits, PageFormat format) {
    OutcomeStrip strip = OutcomeStrip.of(trend);
    return new TrendView(
        trend.range(),
        format.minute(trend.from()),
        UptimeText.of(trend.verdicts()),
        DurationText.rounded(trend.verdicts().known()),
        runs(strip),
        sampled(trend),
        strip,
        TrendFigures.of(trend.samples(), limits),
        trend.complete());
  }

  public List<TrendRange> ranges() {
    return Arrays.asList(TrendRange.values());
  }

  private static String runs(OutcomeStrip strip) {
    return strip.runs().isEmpty()
        ? "no runs"
        : strip.runs().entrySet().stream()
            .map(count ->
                String.format(Locale.ROOT, "%,d %s", count.getValue(), count.getKey().label()))
            .collect(Collectors.joining(", "));
  }

  private static String sampled(ProbeTrend trend) {
    int runs = trend.samples().size();
    return "%d %s, the last of each %s"
        .formatted(runs, runs == 1 ? "run" : "runs", DurationText.of(trend.range().sampleEvery()));
  }
}
