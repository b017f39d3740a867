package io.goldenpath.web.page.status;

import io.goldenpath.history.overview.ProbeOverview;
import io.goldenpath.history.store.AggregateSpan;
import io.goldenpath.history.store.OutcomeCounts;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The last 24 hours as blocks, each of the worst outcome of its hour, the oldest first.
 *
 * @param from When the first hour begins.
 * @param hours A letter for each hour: that of its outcome, or a dash where nothing ran.
 * @param summary What they show, in words.
 */
record DayBlocks(Instant from, String hours, List<Stroke> strokes, String summary) {

  private static final Duration HOUR = AggregateSpan.HOUR.length();
  private static final char NONE = '-';

  /** A broken run says nothing of the target, so any other of the hour outweighs it. */
  private static final List<Outcome> WORST_FIRST =
      List.of(Outcome.FAILED, Outcome.DEGRADED, Outcome.PASSED, Outcome.BROKEN);

  /** Hours of one outcome, as lines that a pattern of dashes cuts into blocks. */
  record Stroke(String outcome, String path) {

    /** A pattern, so that colour does not tell alone; null where the stylesheet's colour does. */
    public @Nullable String paint() {
      return outcome.equals(Outcome.PASSED.label()) ? null : "url(#bar-" + outcome + ")";
    }
  }

  /** Runs in memory may not be stored yet. */
  static DayBlocks of(ProbeOverview overview, List<Run> memory, Instant now) {
    Instant from = AggregateSpan.HOUR.windowOf(now).minus(HOUR.multipliedBy(DayStretch.HOURS - 1));
    char[] hours = new char[DayStretch.HOURS];
    Arrays.fill(hours, NONE);
    overview
        .hours()
        .forEach((start, runs) -> counted(runs).forEach(o -> add(hours, from, start, o)));
    memory.forEach(run -> add(hours, from, run.info().startedAt(), run.outcome()));
    String letters = new String(hours);
    List<DayStretch> stretches = DayStretch.of(letters);
    return new DayBlocks(from, letters, strokes(stretches), DayStretch.summary(stretches));
  }

  private static List<Outcome> counted(OutcomeCounts runs) {
    Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    counts.put(Outcome.PASSED, runs.passed());
    counts.put(Outcome.DEGRADED, runs.degraded());
    counts.put(Outcome.FAILED, runs.failed());
    counts.put(Outcome.BROKEN, runs.broken());
    counts.values().removeIf(count -> count == 0);
    return List.copyOf(counts.keySet());
  }

  private static void add(char[] hours, Instant from, Instant at, Outcome outcome) {
    long hour = Math.floorDiv(Duration.between(from, at).toSeconds(), HOUR.toSeconds());
    if (hour >= 0 && hour < DayStretch.HOURS) {
      hours[(int) hour] = worse(hours[(int) hour], outcome);
    }
  }

  private static char worse(char known, Outcome outcome) {
    return WORST_FIRST.stream()
        .map(DayBlocks::letter)
        .filter(letter -> letter == known || letter == letter(outcome))
        .findFirst()
        .orElseThrow();
  }

  private static char letter(Outcome outcome) {
    return outcome.label().charAt(0);
  }

  private static List<Stroke> strokes(List<DayStretch> stretches) {
    SortedMap<String, String> paths = new TreeMap<>();
    for (DayStretch stretch : stretches) {
      stretch
          .outcome()
          .ifPresent(outcome ->
              paths.merge(
                  outcome.label(),
                  "M%d 10h%d".formatted(stretch.first() * 10, stretch.length() * 10),
                  String::concat));
    }
    List<Stroke> strokes = new ArrayList<>();
    paths.forEach((outcome, path) -> strokes.add(new Stroke(outcome, path)));
    return strokes;
  }
}
