package io.goldenpath.cli.report;

import io.goldenpath.history.RunJson;
import io.goldenpath.history.RunJsonModule;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.ProgressListener;
import io.goldenpath.model.time.Stopwatch;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What a check tells: while a run goes on, after each, and at the end. */
public final class CheckReport implements ProgressListener {

  private final AnsiTerminal terminal;
  private final ReportOptions options;
  private final Stopwatch stopwatch;
  private final ProgressView view;
  private final TerminalReport drawn;
  private final FrameRules rules = new FrameRules();
  private final Set<Set<FindingKind>> toldKinds = new HashSet<>();
  private final boolean repeated;
  private volatile @Nullable RunProgress progress;

  /**
   * A report of runs to come.
   *
   * @param err Where progress goes while nothing is drawn.
   * @param repeated Whether each probe has several runs.
   */
  public CheckReport(
      AnsiTerminal terminal,
      PrintWriter err,
      ReportOptions options,
      boolean repeated,
      Stopwatch stopwatch) {
    this.repeated = repeated;
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
      draw(result);
    }
    if (options.explain()) {
      new FrameExplanation(rules, terminal).show(result.run());
    }
  }

  /** Of many runs only those in full that have something new to tell. */
  private void draw(CheckResult result) {
    Set<FindingKind> kinds =
        result.run().findings().stream().map(Finding::kind).collect(Collectors.toSet());
    boolean told = !kinds.isEmpty() && !toldKinds.add(kinds);
    if (repeated && (kinds.isEmpty() || told)) {
      drawn.showBriefly(result);
    } else {
      drawn.show(result);
    }
  }

  /** After the last of the runs. */
  public void finish(List<CheckResult> checked) throws IOException {
    if (options.json()) {
      terminal.line(json(checked));
    } else if (repeated) {
      new RepeatSummary(terminal).show(checked);
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
