package io.goldenpath.cli.report;

import io.goldenpath.model.time.DurationText;
import java.io.PrintWriter;
import java.time.Duration;

/** A line every ten seconds of a run, for logs in which nothing is redrawn. */
final class ProgressLines implements ProgressView {

  private static final Duration EVERY = Duration.ofSeconds(10);

  private final PrintWriter out;
  private Duration next = EVERY;

  ProgressLines(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void show(RunProgress progress) {
    Duration elapsed = progress.elapsed();
    if (elapsed.compareTo(next) >= 0) {
      out.printf(
          "%s runs for %s: in step %s%n",
          progress.probe(), DurationText.rounded(elapsed), progress.current().label());
      out.flush();
      next = elapsed.plus(EVERY);
    }
  }

  @Override
  public void clear() {
    next = EVERY;
  }
}
