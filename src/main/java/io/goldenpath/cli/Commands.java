package io.goldenpath.cli;

import io.goldenpath.cli.check.CheckEnvironment;
import io.goldenpath.cli.kept.MonitorUnavailableException;
import io.goldenpath.cli.kept.OwnAddress;
import io.goldenpath.settings.mistakes.SettingsException;
import io.goldenpath.settings.mistakes.SpellingSuggestion;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.springframework.util.StringUtils;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The commands beside the service itself. */
@Command(
    name = "golden-path",
    mixinStandardHelpOptions = true,
    customSynopsis = {
      "golden-path [run | check TARGET... | runs | show RUN | validate FILE... |",
      "                    health | demo | dialects | init | record | notify test NAME]",
      "                   [--key=value...]"
    },
    description = {
      "",
      "Monitors AI chat products by running their golden path as a real user.",
      "Without a command, or with 'run', it does so as a service."
    },
    footer = {"", "Options of the form --key=value are settings of Spring and ours."})
public final class Commands {

  private static final Set<String> OPTIONS = Set.of("--help", "--version");

  private final CommandLine commandLine;

  /**
   * Commands of this version.
   *
   * @param environments takes Spring's arguments; throws {@code SettingsException} with every
   *     mistake
   * @param addresses where the monitor of these arguments is reached
   * @param demo listens on this port of the loopback interface, or on a free one for 0
   * @param variables of the environment
   */
  public Commands(
      Function<List<String>, CheckEnvironment> environments,
      Function<List<String>, OwnAddress> addresses,
      IntFunction<RunningDemo> demo,
      String version,
      Map<String, String> variables) {
    commandLine =
        new CommandLine(this)
            .addSubcommand(new CheckCommand(environments, addresses, variables))
            .addSubcommand(new RunsCommand(addresses, variables))
            .addSubcommand(new ShowCommand(addresses, variables))
            .addSubcommand(new ValidateCommand())
            .addSubcommand(new HealthCommand(words -> addresses.apply(words).liveness()))
            .addSubcommand(new DemoCommand(demo))
            .addSubcommand(new DialectsCommand())
            .addSubcommand(new InitCommand())
            .addSubcommand(new RecordCommand(environments))
            .addSubcommand(new AutoComplete.GenerateCompletion())
            .addSubcommand(new CommandLine.HelpCommand());
    commandLine.getCommandSpec().version("golden-path " + version);
  }

  /** Also the command that tries out receivers; it takes Spring's arguments. */
  public Commands testing(Function<List<String>, TestableReceivers> receivers) {
    commandLine.addSubcommand(new NotifyCommand(receivers));
    return this;
  }

  /** Whether these arguments name a command, rather than settings of the service. */
  public static boolean isCommand(String... args) {
    return args.length > 0 && (OPTIONS.contains(args[0]) || !args[0].startsWith("--"));
  }

  /** Returns the exit code of the process. */
  public int execute(PrintWriter out, PrintWriter err, String... args) {
    return commandLine
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler((failure, _, _) -> explain(failure, err))
        .setParameterExceptionHandler((mistake, _) -> explain(mistake, err))
        .execute(args);
  }

  private int explain(ParameterException mistake, PrintWriter err) {
    boolean ours = mistake.getCommandLine().equals(commandLine);
    err.println(
        ours && mistake instanceof UnmatchedArgumentException unmatched
            ? noSuchCommand(unmatched.getUnmatched().getFirst())
            : mistake.getMessage());
    err.println("Try 'help" + (ours ? "" : " " + mistake.getCommandLine().getCommandName()) + "'.");
    return ExitCode.USAGE;
  }

  private String noSuchCommand(String word) {
    List<String> known =
        Stream.concat(Stream.of("run"), commandLine.getSubcommands().keySet().stream()).toList();
    return StringUtils.capitalize(SpellingSuggestion.unknown("command", word, known));
  }

  private static int explain(Exception failure, PrintWriter err) {
    if (failure instanceof SettingsException || failure instanceof UnreadableSettingsException) {
      err.println(failure.getMessage());
      return ExitCode.CONFIGURATION;
    }
    if (failure instanceof MonitorUnavailableException) {
      err.println(failure.getMessage());
      return ExitCode.FAILED;
    }
    err.println("The monitor itself was at fault:");
    failure.printStackTrace(err);
    return ExitCode.BROKEN;
  }
}
