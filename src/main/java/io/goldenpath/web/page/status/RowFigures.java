package io.goldenpath.web.page.status;

import io.goldenpath.history.RunHistory;
import io.goldenpath.history.overview.ProbeOverview;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.web.page.UptimeText;
import java.time.Duration;
import java.util.List;
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

  public String answer() {
    return median.equals(UptimeText.UNKNOWN) ? UptimeText.UNKNOWN : median + ", " + slow;
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
        UptimeText.of(overview.day()),
        UptimeText.of(overview.month()),
        rank(answers, 50),
        rank(answers, 95));
  }

  private static String rank(List<Duration> sorted, int percent) {
    int rank = (sorted.size() * percent + 99) / 100;
    return sorted.isEmpty() ? UptimeText.UNKNOWN : DurationText.of(sorted.get(rank - 1));
  }
}
