package io.goldenpath.cli.kept;

import io.goldenpath.cli.report.AnsiTerminal;
import io.goldenpath.cli.report.CheckResult;
import io.goldenpath.cli.report.ReportOptions;
import io.goldenpath.model.probe.Probe;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Option for a kept run that runs of now are compared with. */
public final class BaselineOption {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(
      names = "--compare",
      paramLabel = "RUN",
      description = "Compare with this run, which a running monitor has kept.")
  private @Nullable String id;

  private @Nullable FetchedRun run;

  /** Before anything runs; the run must be of one of these probes. */
  public void find(List<Probe> probes, ReportOptions reports, Supplier<MonitorApi> monitor) {
    if (id == null) {
      return;
    }
    if (reports.json()) {
      throw usageError("draws on the terminal, which --json replaces; leave out one");
    }
    try {
      FetchedRun found = FetchedRun.find(id, monitor.get());
      if (probes.stream().noneMatch(probe -> isOf(probe, found))) {
        throw usageError(
            "run %s is of %s, which is not among those that are checked"
                .formatted(id, found.probe()));
      }
      run = found;
    } catch (MonitorUnavailableException unavailable) {
      throw usageError(unavailable.getMessage());
    }
  }

  /** Those of these results that are of its probe. */
  public void compare(List<CheckResult> checked, AnsiTerminal terminal) {
    FetchedRun then = run;
    if (then == null) {
      return;
    }
    List<CheckResult> same = checked.stream().filter(one -> isOf(one.probe(), then)).toList();
    new RunComparison(then, terminal)
        .show(same.getFirst().probe(), same.stream().map(CheckResult::run).toList());
  }

  private static boolean isOf(Probe probe, FetchedRun run) {
    return probe.id().toString().equals(run.probe());
  }

  private ParameterException usageError(@Nullable String message) {
    return new ParameterException(command.commandLine(), "--compare: " + message);
  }
}
