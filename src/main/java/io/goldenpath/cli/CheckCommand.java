package io.goldenpath.cli;

import io.goldenpath.cli.check.CheckEnvironment;
import io.goldenpath.cli.check.DemoFault;
import io.goldenpath.cli.check.OneShotRunner;
import io.goldenpath.cli.check.ProbeSelection;
import io.goldenpath.cli.kept.BaselineOption;
import io.goldenpath.cli.kept.MonitorApi;
import io.goldenpath.cli.kept.MonitorOption;
import io.goldenpath.cli.kept.OwnAddress;
import io.goldenpath.cli.report.AnsiTerminal;
import io.goldenpath.cli.report.CheckReport;
import io.goldenpath.cli.report.CheckResult;
import io.goldenpath.cli.report.GitHubAnnotations;
import io.goldenpath.cli.report.ReportOptions;
import io.goldenpath.model.run.Journey;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.settings.reader.ProbeSetup;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Runs the journeys of each target that is meant, and ends with the worst outcome. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Runs the targets' journeys and shows the results.",
    footer = {
      "",
      "Exit codes: 0 passed or degraded, 1 failed or leaked, 2 degraded with --strict,",
      "64 usage, 70 the monitor's own fault, 78 settings.",
      "Settings are given as --key=value, such as --spring.config.import=file:targets.yaml."
    })
final class CheckCommand implements Callable<Integer> {

  private static final int MOST_ROUNDS = 1_000;

  private final Function<List<String>, CheckEnvironment> environments;
  private final Function<List<String>, OwnAddress> addresses;
  private final Map<String, String> variables;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ProbeSelection selection = new ProbeSelection();

  @Mixin private DemoFault fault = new DemoFault();

  @Option(
      names = "--repeat",
      paramLabel = "N",
      defaultValue = "1",
      description = "Run each journey so many times, up to 1000, and sum up.")
  private int rounds;

  @Mixin private BaselineOption baseline = new BaselineOption();

  @Mixin private MonitorOption monitor = new MonitorOption();

  @Mixin private ReportOptions reports = new ReportOptions();

  @Unmatched private List<String> settings = new ArrayList<>();

  CheckCommand(
      Function<List<String>, CheckEnvironment> environments,
      Function<List<String>, OwnAddress> addresses,
      Map<String, String> variables) {
    this.environments = environments;
    this.addresses = addresses;
    this.variables = variables;
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    CommandSettings.require(settings, spec);
    if (rounds < 1 || rounds > MOST_ROUNDS) {
      throw new ParameterException(
          spec.commandLine(),
          "--repeat must be from 1 to %d, but is %d".formatted(MOST_ROUNDS, rounds));
    }
    try (CheckEnvironment environment = environments.apply(settings)) {
      List<String> targets = selection.targets(environment);
      fault.requirePlayable(targets, environment);
      List<ProbeSetup> setups = selection.setups(targets, environment);
      reports.prepare();
      baseline.find(setups.stream().map(ProbeSetup::probe).toList(), reports, this::api);
      fault.play(environment);
      List<CheckResult> checked = check(environment, setups);
      tell(checked);
      return ExitCode.of(
          checked.stream().map(one -> one.run().outcome()).toList(), reports.strict());
    }
  }

  private MonitorApi api() {
    return monitor.api(settings, addresses, variables);
  }

  private List<CheckResult> check(CheckEnvironment environment, List<ProbeSetup> setups)
      throws InterruptedException, IOException {
    CheckReport report = new CheckReport(terminal(), err(), reports, rounds > 1, Stopwatch.SYSTEM);
    List<Journey> walks = setups.stream().map(setup -> environment.journey(setup, report)).toList();
    List<CheckResult> checked = new ArrayList<>();
    try (OneShotRunner runner =
        new OneShotRunner(
            environment.location(), walks, new AdmissionWait(report, err()), Stopwatch.SYSTEM)) {
      for (int round = 0; round < rounds; round++) {
        for (ProbeSetup setup : setups) {
          report.begin(setup.probe());
          checked.add(new CheckResult(setup.probe(), runner.run(setup.probe())));
          report.show(checked.getLast());
        }
      }
    }
    report.finish(checked);
    return checked;
  }

  private void tell(List<CheckResult> checked) {
    baseline.compare(checked, terminal());
    if (GitHubAnnotations.wanted(variables)) {
      GitHubAnnotations.print(checked, reports.json() ? err() : spec.commandLine().getOut());
    }
  }

  private AnsiTerminal terminal() {
    return new AnsiTerminal(
        spec.commandLine().getOut(), spec.commandLine().getColorScheme().ansi());
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
