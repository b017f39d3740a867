package io.goldenpath.cli.report;

import io.goldenpath.model.finding.Step;
import io.goldenpath.model.time.DurationText;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Steps of the run in progress on a terminal, redrawn in place until the report takes it. */
final class LiveWaterfall implements ProgressView {

  private static final Duration SHORTEST_SCALE = Duration.ofSeconds(1);
  private static final int BAR = 48;

  private final PrintWriter out;
  private int drawn;

  LiveWaterfall(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void show(RunProgress progress) {
    StringBuilder text = new StringBuilder(erased());
    Duration elapsed = progress.elapsed();
    text.append(progress.probe())
        .append("  running for ")
        .append(DurationText.rounded(elapsed))
        .append('\n');
    Map<Step, RunProgress.Ended> ended = progress.ended();
    for (Step step : progress.steps()) {
      text.append(row(progress, step, ended.get(step), elapsed).stripTrailing()).append('\n');
    }
    drawn = progress.steps().size() + 1;
    out.print(text);
    out.flush();
  }

  @Override
  public void clear() {
    out.print(erased());
    out.flush();
    drawn = 0;
  }

  private String erased() {
    return drawn == 0 ? "" : "\r\u001b[%dA\u001b[J".formatted(drawn);
  }

  private static String row(
      RunProgress progress, Step step, RunProgress.@Nullable Ended ended, Duration elapsed) {
    boolean current = step == progress.current();
    if (ended == null && !current) {
      return "  ○ " + step.label();
    }
    Duration to = current || ended == null ? elapsed : ended.to();
    Duration from = ended == null ? elapsed.minus(progress.inCurrent()) : ended.from();
    char mark = ended != null && ended.users() >= progress.users() ? '●' : '…';
    return "  %s %-9s %10s  %s"
        .formatted(
            mark, step.label(), timing(progress, ended, to.minus(from)), bar(from, to, elapsed));
  }

  /** How many users have ended it, where there are several; else how long it takes. */
  private static String timing(
      RunProgress progress, RunProgress.@Nullable Ended ended, Duration took) {
    return progress.users() == 1
        ? DurationText.millis(took)
        : "%d of %d".formatted(ended == null ? 0 : ended.users(), progress.users());
  }

  private static String bar(Duration from, Duration to, Duration elapsed) {
    Duration scale = elapsed.compareTo(SHORTEST_SCALE) < 0 ? SHORTEST_SCALE : elapsed;
    int first = Math.min(BAR - 1, column(from, scale));
    return " ".repeat(first) + "━".repeat(Math.max(1, column(to, scale) - first));
  }

  private static int column(Duration at, Duration scale) {
    return (int) (at.toNanos() * BAR / scale.toNanos());
  }
}
