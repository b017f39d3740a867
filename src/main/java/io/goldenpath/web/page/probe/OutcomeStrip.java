package io.goldenpath.web.page.probe;

import io.goldenpath.history.store.Aggregate;
import io.goldenpath.history.store.OutcomeCounts;
import io.goldenpath.history.trend.ProbeTrend;
import io.goldenpath.history.trend.TrendRange;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.time.UtcTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A range of time as blocks, each of the worst outcome of its stretch, the oldest first; where
 * nothing ran there is none.
 *
 * @param runs How many ended how, the worst last.
 * @param summary What they show, in words.
 */
record OutcomeStrip(List<Block> blocks, SortedMap<Outcome, Long> runs, String summary) {

  /** A broken run says nothing of the target, so any other of the stretch outweighs it. */
  private static final List<Outcome> WORST_FIRST =
      List.of(Outcome.FAILED, Outcome.DEGRADED, Outcome.PASSED, Outcome.BROKEN);

  /** One stretch; place and width are shares of the strip, in percent. */
  record Block(String outcome, String x, String width, String title) {}

  static OutcomeStrip of(ProbeTrend trend) {
    List<Block> blocks = new ArrayList<>();
    Map<Outcome, Integer> worst = new EnumMap<>(Outcome.class);
    SortedMap<Outcome, Long> runs = new TreeMap<>();
    TrendRange range = trend.range();
    for (int i = 0; i < range.stretches(); i++) {
      Instant start = trend.from().plus(range.stretch().multipliedBy(i));
      Map<Outcome, Long> counts = counts(trend, start);
      counts.forEach((outcome, count) -> runs.merge(outcome, count, Long::sum));
      Optional<Outcome> shown = WORST_FIRST.stream().filter(counts::containsKey).findFirst();
      if (shown.isPresent()) {
        worst.merge(shown.get(), 1, Integer::sum);
        blocks.add(block(range, i, start, shown.get(), counts));
      }
    }
    return new OutcomeStrip(blocks, runs, summary(worst, range));
  }

  /** Runs in memory may not be stored yet. */
  private static Map<Outcome, Long> counts(ProbeTrend trend, Instant start) {
    Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    OutcomeCounts stored = trend.stretches().getOrDefault(start, Aggregate.EMPTY).runs();
    counts.put(Outcome.PASSED, stored.passed());
    counts.put(Outcome.DEGRADED, stored.degraded());
    counts.put(Outcome.FAILED, stored.failed());
    counts.put(Outcome.BROKEN, stored.broken());
    trend.samples().stream()
        .filter(run -> trend.range().stretchOf(run.info().startedAt()).equals(start))
        .collect(Collectors.groupingBy(Run::outcome, Collectors.counting()))
        .forEach((outcome, runs) -> counts.merge(outcome, runs, Math::max));
    counts.values().removeIf(count -> count == 0);
    return counts;
  }

  private static Block block(
      TrendRange range, int place, Instant start, Outcome shown, Map<Outcome, Long> counts) {
    double width = 100.0 / range.stretches();
    String found =
        counts.entrySet().stream()
            .map(count -> count.getValue() + " " + count.getKey().label())
            .collect(Collectors.joining(", "));
    return new Block(
        shown.label(),
        percent(place * width),
        percent(width * 0.86),
        "%s to %s: %s"
            .formatted(time(range, start), time(range, start.plus(range.stretch())), found));
  }

  private static String time(TrendRange range, Instant at) {
    return range.stretch().compareTo(Duration.ofDays(1)) < 0
        ? UtcTime.minute(at)
        : at.toString().substring(0, 10);
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.3f%%", share);
  }

  private static String summary(Map<Outcome, Integer> worst, TrendRange range) {
    if (worst.isEmpty()) {
      return "no runs in " + range.label();
    }
    return worst.entrySet().stream()
        .map(count -> "%d %s".formatted(count.getValue(), count.getKey().label()))
        .collect(Collectors.joining(", ", "Of %d stretches with runs: ".formatted(sum(worst)), ""));
  }

  private static int sum(Map<Outcome, Integer> worst) {
    return worst.values().stream().mapToInt(Integer::intValue).sum();
  }
}
