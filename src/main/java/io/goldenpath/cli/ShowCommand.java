package io.goldenpath.cli;

import io.goldenpath.cli.kept.FetchedRun;
import io.goldenpath.cli.kept.KeptRunReport;
import io.goldenpath.cli.kept.MonitorOption;
import io.goldenpath.cli.kept.OwnAddress;
import io.goldenpath.cli.report.AnsiTerminal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Shows one kept run. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Shows a run that a running monitor has kept.",
    footer = {"", "Exit codes: 0 shown, 1 no such run or no monitor answers, 64 usage."})
final class ShowCommand implements Callable<Integer> {

  private final Function<List<String>, OwnAddress> addresses;
  private final Map<String, String> variables;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private MonitorOption monitor = new MonitorOption();

  @Parameters(paramLabel = "RUN", description = "Id of the run, as 'runs' lists it.")
  private String run = "";

  @Option(names = "--frames", description = "Also print what was sent and received.")
  private boolean frames;

  @Option(names = "--json", description = "Print it as the API gives it instead.")
  private boolean json;

  @Unmatched private List<String> settings = new ArrayList<>();

  ShowCommand(Function<List<String>, OwnAddress> addresses, Map<String, String> variables) {
    this.addresses = addresses;
    this.variables = variables;
  }

  @Override
  public Integer call() {
    CommandSettings.require(settings, spec);
    FetchedRun kept = FetchedRun.find(run, monitor.api(settings, addresses, variables));
    AnsiTerminal terminal =
        new AnsiTerminal(spec.commandLine().getOut(), spec.commandLine().getColorScheme().ansi());
    if (json) {
      spec.commandLine().getOut().println(kept.json().toPrettyString());
    } else {
      new KeptRunReport(terminal).show(kept, frames);
    }
    return ExitCode.OK;
  }
}
