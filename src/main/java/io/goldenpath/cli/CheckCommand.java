package io.goldenpath.cli;

import io.goldenpath.probe.Journey;
import io.goldenpath.probe.Run;
import io.goldenpath.probe.RunTicket;
import io.goldenpath.probe.Trigger;
import io.goldenpath.schedule.RunIds;
import io.goldenpath.settings.ProbeSetup;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Walks the path of each named target once, and ends with what it saw. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Walks the path of each target once and shows what was seen.",
    footer = {
      "",
      "Exit codes: 0 passed or degraded, 1 failed, 2 degraded with --strict, 64 usage,",
      "70 the monitor's own fault, 78 settings. Options of the form --key=value that are not",
      "listed here go to Spring, such as --spring.config.import=file:targets.yaml."
    })
final class CheckCommand implements Callable<Integer> {

  private final Function<Request, Workbench> benches;
  private final InstantSource clock;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "TARGET", arity = "1..*", description = "Names of targets.")
  private List<String> targets = new ArrayList<>();

  @Option(
      names = "--journey",
      description = "Journey to walk; without it, all that the target has.")
  private List<String> journeys = new ArrayList<>();

  @Option(names = "--strict", description = "End with 2 when a run is degraded.")
  private boolean strict;

  @Unmatched private List<String> properties = new ArrayList<>();

  CheckCommand(Function<Request, Workbench> benches, InstantSource clock) {
    this.benches = benches;
    this.clock = clock;
  }

  /**
   * What a command is about to check.
   *
   * @param targets names of targets
   * @param properties arguments for Spring
   */
  record Request(List<String> targets, List<String> properties) {}

  @Override
  public Integer call() throws InterruptedException {
    misplaced();
    PrintWriter out = spec.commandLine().getOut();
    Report report = new Report(out, spec.commandLine().getColorScheme().ansi());
    int worst = ExitCode.OK;
    try (Workbench bench = benches.apply(new Request(targets, properties))) {
      for (ProbeSetup setup : chosen(bench.setups())) {
        Run run = run(bench, setup);
        report.show(setup.probe(), run);
        worst = Math.max(worst, ExitCode.of(run.outcome(), strict));
      }
    }
    return worst;
  }

  private Run run(Workbench bench, ProbeSetup setup) throws InterruptedException {
    Journey journey = bench.journey(setup);
    RunTicket ticket =
        new RunTicket(
            RunIds.at(clock.instant()),
            setup.probe().id(),
            bench.location(),
            Trigger.COMMAND,
            clock.instant());
    return journey.run(ticket, setup.probe().target().users().subList(0, 1));
  }

  private List<ProbeSetup> chosen(List<ProbeSetup> setups) {
    List<String> known = setups.stream().map(setup -> setup.probe().target().name()).toList();
    for (String target : targets) {
      if (!known.contains(target)) {
        throw new ParameterException(
            spec.commandLine(),
            "There is no target '" + target + "'; known: " + String.join(", ", known));
      }
    }
    List<ProbeSetup> chosen =
        setups.stream()
            .filter(setup -> targets.contains(setup.probe().target().name()))
            .filter(
                setup -> journeys.isEmpty() || journeys.contains(setup.probe().journey().label()))
            .toList();
    if (chosen.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "No target named has the journey " + String.join(", ", journeys));
    }
    return chosen;
  }

  private void misplaced() {
    for (String property : properties) {
      if (!property.startsWith("--") || !property.contains("=")) {
        throw new ParameterException(
            spec.commandLine(),
            "'" + property + "' is no option of check; expected --key=value for Spring");
      }
    }
  }
}
