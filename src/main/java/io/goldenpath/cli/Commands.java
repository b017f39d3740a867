package io.goldenpath.cli;

import io.goldenpath.settings.SettingsException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands beside the service itself. */
@Command(
    name = "golden-path-monitor",
    description = "Without a command, runs the monitor as a service.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "[run | check TARGET...]")
public final class Commands {

  private static final Set<String> NAMES = Set.of("check", "help", "--help", "-h");

  private Commands() {}

  /** Whether these arguments name a command, rather than settings of the service. */
  public static boolean known(String... args) {
    return args.length > 0 && (NAMES.contains(args[0]) || !args[0].startsWith("--"));
  }

  /**
   * Performs a command.
   *
   * @param benches makes a workbench for these targets and these arguments for Spring
   * @return the exit code of the process
   */
  public static int execute(
      BiFunction<List<String>, List<String>, Workbench> benches,
      PrintWriter out,
      PrintWriter err,
      String... args) {
    CheckCommand check =
        new CheckCommand(
            request -> benches.apply(request.targets(), request.properties()),
            InstantSource.system());
    return new CommandLine(new Commands())
        .addSubcommand(check)
        .addSubcommand("help", new CommandLine.HelpCommand())
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler((failure, _, _) -> explain(failure, err))
        .setParameterExceptionHandler((mistake, _) -> {
          err.println(mistake.getMessage());
          err.println("Try 'help " + mistake.getCommandLine().getCommandName() + "'.");
          return ExitCode.USAGE;
        })
        .execute(args);
  }

  private static int explain(Exception failure, PrintWriter err) {
    if (failure instanceof SettingsException mistakes) {
      err.println(mistakes.getMessage());
      return ExitCode.CONFIGURATION;
    }
    err.println("The monitor itself was at fault:");
    failure.printStackTrace(err);
    return ExitCode.BROKEN;
  }
}
