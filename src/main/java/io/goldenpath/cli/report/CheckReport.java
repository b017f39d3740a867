package io.goldenpath.cli.report;

import io.goldenpath.history.RunJson;
import io.goldenpath.history.RunJsonModule;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.ProgressListener;
import io.goldenpath.model.time.Stopwatch;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What a check tells: while a run goes on, after each, and at the end. */
public final class CheckReport implements ProgressListener {

  private final Terminal terminal;
  private final ReportOptions options;
  private final Stopwatch stopwatch;
  private final ProgressView view;
  private final TerminalReport drawn;
  private final FrameRules rules = new FrameRules();
  private volatile @Nullable RunProgress progress;

  /** Where nothing is drawn, progress goes to {@code err}. */
  public CheckReport(
      Terminal terminal, PrintWriter err, ReportOptions options, Stopwatch stopwatch) {
    this.terminal = terminal;
    this.options = options;
    this.stopwatch = stopwatch;
    this.drawn = new TerminalReport(terminal);
    this.view =
        terminal.ansi().enabled() && !options.json()
            ? new LiveWaterfall(terminal.out())
            : new ProgressLines(err);
  }

  public void begin(Probe probe) {
    rules.clear();
    progress = new RunProgress(probe, stopwatch);
  }

  @Override
  public void ended(Step step, Duration took) {
    RunProgress running = progress;
    if (running != null) {
      running.ended(step, took);
    }
  }

  @Override
  public void taken(int slot, int frame, String rule) {
    if (options.explain()) {
      rules.add(slot, frame, rule);
    }
  }

  /** To be called again and again while a run goes on. */
  public void showProgress() {
    RunProgress running = progress;
    if (running != null) {
      view.show(running);
    }
  }

  public void show(CheckResult result) {
    progress = null;
    view.clear();
    if (!options.json()) {
      drawn.show(result);
    }
    if (options.explain()) {
      new FrameExplanation(rules, terminal).show(result.run());
    }
  }

  /** After the last of the runs. */
  public void finish(List<CheckResult> checked) throws IOException {
    if (options.json()) {
      terminal.line(json(checked));
    } else if (checked.size() > 1) {
      drawn.summary(checked);
    }
    Path junit = options.junit();
    if (junit != null) {
      JUnitReport.write(checked, options.strict(), junit);
    }
    terminal.flush();
  }

  /** The runs as the API would give them, in full. */
  private static String json(List<CheckResult> checked) {
    return JsonMapper.builder()
        .addModule(new RunJsonModule())
        .build()
        .writerWithDefaultPrettyPrinter()
        .writeValueAsString(
            Map.of("runs", checked.stream().map(one -> RunJson.of(one.run())).toList()));
  }
}
