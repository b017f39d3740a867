package io.goldenpath.cli;

import io.goldenpath.cli.check.CheckEnvironment;
import io.goldenpath.cli.check.DemoFault;
import io.goldenpath.cli.check.OneShotRunner;
import io.goldenpath.cli.check.ProbeSelection;
import io.goldenpath.cli.report.CheckReport;
import io.goldenpath.cli.report.CheckResult;
import io.goldenpath.cli.report.ReportOptions;
import io.goldenpath.cli.report.Terminal;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Journey;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.schedule.RunAdmission;
import io.goldenpath.settings.reader.ProbeSetup;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Runs the journeys of each named target once, and ends with the worst outcome. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Runs each target's journeys once and shows the results.",
    footer = {
      "",
      "Exit codes: 0 passed or degraded, 1 failed or leaked, 2 degraded with --strict,",
      "64 usage, 70 the monitor's own fault, 78 settings.",
      "Settings are given as --key=value, such as --spring.config.import=file:targets.yaml."
    })
final class CheckCommand implements Callable<Integer> {

  /** A settings key has a dot; a word without one is a mistyped option of ours. */
  private static final Pattern SETTING = Pattern.compile("--[^=.]+\\.[^=]+=.*", Pattern.DOTALL);

  private final Function<List<String>, CheckEnvironment> environments;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ProbeSelection selection = new ProbeSelection();

  @Mixin private DemoFault fault = new DemoFault();

  @Mixin private ReportOptions reports = new ReportOptions();

  @Unmatched private List<String> settings = new ArrayList<>();

  CheckCommand(Function<List<String>, CheckEnvironment> environments) {
    this.environments = environments;
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    settings.stream()
        .filter(word -> !SETTING.matcher(word).matches())
        .forEach(this::rejectArgument);
    try (CheckEnvironment environment = environments.apply(settings)) {
      List<String> targets = selection.targets(environment);
      fault.requirePlayable(targets, environment);
      List<ProbeSetup> setups = selection.setups(targets, environment);
      reports.prepare();
      fault.play(environment);
      List<CheckResult> checked = check(environment, setups);
      return ExitCode.of(
          checked.stream().map(one -> one.run().outcome()).toList(), reports.strict());
    }
  }

  private List<CheckResult> check(CheckEnvironment environment, List<ProbeSetup> setups)
      throws InterruptedException, IOException {
    Terminal terminal =
        new Terminal(spec.commandLine().getOut(), spec.commandLine().getColorScheme().ansi());
    CheckReport report = new CheckReport(terminal, err(), reports, Stopwatch.SYSTEM);
    List<Journey> walks = setups.stream().map(setup -> environment.journey(setup, report)).toList();
    List<CheckResult> checked = new ArrayList<>();
    try (OneShotRunner runner =
        new OneShotRunner(
            environment.location(), walks, new Waits(report, err()), Stopwatch.SYSTEM)) {
      for (ProbeSetup setup : setups) {
        report.begin(setup.probe());
        checked.add(new CheckResult(setup.probe(), runner.run(setup.probe())));
        report.show(checked.getLast());
      }
    }
    report.finish(checked);
    return checked;
  }

  private record Waits(CheckReport report, PrintWriter err) implements OneShotRunner.RunWait {

    /** Earlier runs have used up a rate limit, or the target has shed load. */
    @Override
    public void untilAdmitted(Probe probe, RunAdmission.Refused refused)
        throws InterruptedException {
      Duration wait = refused.postponement().retryAfter();
      err.printf(
          "%s waits %s: %s%n",
          probe.id(),
          DurationText.of(Duration.ofSeconds(wait.toSeconds() + 1)),
          refused.postponement().why());
      err.flush();
      Thread.sleep(wait);
    }

    @Override
    public void whileRunning() {
      report.showProgress();
    }
  }

  /** Only the key is repeated: its value may be a secret. */
  private void rejectArgument(String word) {
    throw new ParameterException(
        spec.commandLine(),
        "'%s' is no option of check; expected one of its options, or a setting as --key=value"
            .formatted(word.replaceFirst("(?s)=.*", "")));
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
