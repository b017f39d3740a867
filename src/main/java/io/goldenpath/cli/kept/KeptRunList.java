package io.goldenpath.cli.kept;

import io.goldenpath.cli.report.AnsiTerminal;
import io.goldenpath.model.time.DurationText;
import java.util.List;

/** Kept runs in a table, each with the heaviest of its findings. */
public record KeptRunList(AnsiTerminal terminal) {

  public void show(List<FetchedRun> runs) {
    if (runs.isEmpty()) {
      terminal.line("No such run is kept.");
    }
    runs.forEach(this::show);
    terminal.flush();
  }

  private void show(FetchedRun run) {
    terminal.line(
        "%-14s %-20s  %-9s %8s  %s"
            .formatted(
                run.id(),
                run.startedAt().replaceFirst("\\.\\d+", ""),
                run.outcome().isEmpty() ? "in flight" : run.outcome(),
                run.duration().map(DurationText::of).orElse(""),
                run.probe()));
    run.findings()
        .findFirst()
        .ifPresent(finding ->
            terminal.wrapped(
                " ".repeat(15),
                FetchedRun.findingName(finding) + ": " + FetchedRun.printable(finding, "message"),
                ""));
  }
}
