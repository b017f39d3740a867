package io.goldenpath.web.page.status;

import io.goldenpath.history.RunHistory;
import io.goldenpath.history.overview.ProbeOverview;
import io.goldenpath.history.store.VerdictTimes;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.time.DurationText;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a probe does in numbers; a dash where nothing is known.
 *
 * @param day Share of the last 24 hours, as far as known, in which it was not down.
 * @param month The same of 30 days.
 * @param median Half of the last runs had their answer by then.
 * @param slow All but a twentieth of the last runs had it by then.
 */
record RowFigures(String day, String month, String median, String slow) {

  private static final String UNKNOWN = "–";

  public String answer() {
    return median.equals(UNKNOWN) ? UNKNOWN : median + ", " + slow;
  }

  static RowFigures of(ProbeOverview overview, List<Run> memory) {
    List<Duration> answers =
        memory.stream()
            .limit(RunHistory.CAPACITY)
            .map(Run::timeToAnswer)
            .flatMap(Optional::stream)
            .sorted()
            .toList();
    return new RowFigures(
        uptime(overview.day()), uptime(overview.month()), rank(answers, 50), rank(answers, 95));
  }

  /** What is not perfect must not be rounded to it. */
  static String uptime(VerdictTimes times) {
    if (times.known().isZero()) {
      return UNKNOWN;
    }
    double share = 1 - times.down().toNanos() / (double) times.known().toNanos();
    double percent = Math.floor(share * 1e4) / 100;
    return percent == 100 ? "100 %" : String.format(Locale.ROOT, "%.2f %%", percent);
  }

  private static String rank(List<Duration> sorted, int percent) {
    int rank = (sorted.size() * percent + 99) / 100;
    return sorted.isEmpty() ? UNKNOWN : DurationText.of(sorted.get(rank - 1));
  }
}
