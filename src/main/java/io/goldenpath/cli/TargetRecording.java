package io.goldenpath.cli;

import io.goldenpath.cli.check.CheckEnvironment;
import io.goldenpath.cli.check.OneShotRunner;
import io.goldenpath.cli.check.RunRefusedException;
import io.goldenpath.cli.recording.LiveRuns;
import io.goldenpath.cli.report.AnsiTerminal;
import io.goldenpath.cli.report.CheckReport;
import io.goldenpath.cli.report.CheckResult;
import io.goldenpath.cli.report.ReportOptions;
import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Journey;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.settings.reader.ProbeSetup;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Runs a target's golden path some times, and prints what all runs that passed had in common. */
record TargetRecording(CheckEnvironment environment, CommandLine command, Stopwatch stopwatch) {

  /** No run begins later than this after the first. */
  private static final Duration LONGEST = Duration.ofMinutes(15);

  /** Progress goes beside the settings, which may be on their way into a file. */
  int record(String target, @Nullable String contract, int rounds) throws InterruptedException {
    ProbeSetup setup = goldenPath(target);
    LiveRuns runs = new LiveRuns(setup);
    walk(runs, setup.probe(), rounds);
    PrintWriter err = command.getErr();
    if (runs.good().isEmpty()) {
      err.println();
      err.println(nothingLearned(target, runs.walked()));
      err.flush();
      return ExitCode.FAILED;
    }
    if (environment.isDemo(target)) {
      err.println(
          "The demo's own settings are fixed: this shows what a target of yours would get.");
    }
    err.flush();
    command.getOut().print(runs.yaml(contract));
    command.getOut().flush();
    return ExitCode.OK;
  }

  private static String nothingLearned(String target, int walked) {
    if (walked == 0) {
      return "No run was let in, so that there is nothing to learn from: record again later.";
    }
    return ("%s passed, so that there is nothing to learn from. Find out why with"
            + " 'golden-path check %s --journey golden-path --explain', then record again.")
        .formatted(walked == 1 ? "The run has not" : "None of %d runs".formatted(walked), target);
  }

  private ProbeSetup goldenPath(String target) {
    return environment.setups(target).stream()
        .filter(setup -> setup.probe().journey() == JourneyKind.GOLDEN_PATH)
        .findFirst()
        .orElseThrow(() ->
            new ParameterException(
                command,
                "'%s' has no journey golden-path, from whose runs limits and contract are made"
                    .formatted(target)));
  }

  private void walk(LiveRuns runs, Probe probe, int rounds) throws InterruptedException {
    AnsiTerminal terminal = new AnsiTerminal(command.getErr(), command.getColorScheme().ansi());
    CheckReport report =
        new CheckReport(terminal, command.getErr(), new ReportOptions(), true, stopwatch);
    Journey journey = environment.journey(runs.observed(), report);
    AdmissionWait wait = new AdmissionWait(report, command.getErr());
    long begun = stopwatch.nanos();
    try (OneShotRunner runner =
        new OneShotRunner(environment.location(), List.of(journey), wait, stopwatch)) {
      for (int round = 0; round < rounds && isInTime(begun, runs.walked(), rounds); round++) {
        report.begin(probe);
        runs.begin();
        Run run = runner.run(probe);
        report.show(new CheckResult(probe, run));
        runs.add(run).ifPresent(command.getErr()::println);
      }
    } catch (RunRefusedException refused) {
      command.getErr().println("No further run: " + refused.getMessage());
    }
  }

  private boolean isInTime(long begun, int walked, int rounds) {
    boolean over = stopwatch.nanos() - begun > LONGEST.toNanos();
    if (over) {
      command
          .getErr()
          .printf(
              "No further run: %d of %d took more than %d min%n",
              walked, rounds, LONGEST.toMinutes());
    }
    return !over;
  }
}
