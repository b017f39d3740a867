package io.goldenpath.cli;

import io.goldenpath.cli.check.CheckEnvironment;
import io.goldenpath.cli.recording.BundledDialectMatch;
import io.goldenpath.har.HarReader;
import io.goldenpath.har.UnusableHarException;
import io.goldenpath.inference.RecordedSettings;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.settings.mistakes.SpellingSuggestion;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Makes settings of what a browser recorded, or of live runs. */
@Command(
    name = "record",
    mixinStandardHelpOptions = true,
    customSynopsis = {
      "golden-path record --har FILE [--question TEXT] [--name NAME]",
      "       golden-path record TARGET [--runs N] [--name NAME] [--key=value...]"
    },
    description = {
      "",
      "With --har: prints a target, its dialect and its contract in YAML, made of",
      "a browser's recording. In Chrome or Edge: open the network panel, log in, ask",
      "one question, wait for the answer, and export as HAR 'with sensitive data'.",
      "",
      "With TARGET: runs its golden path some times, within its rate limits, and",
      "prints limits and a contract in YAML, tightened from the runs that passed, to",
      "be read after the target's own file.",
      "",
      "No secret is printed; '# ?' marks a guess."
    },
    footer = {
      "",
      "Exit codes: 0 printed, 1 no run passed, 64 usage, or a recording that holds no",
      "chat, 70 the monitor's own fault, 78 settings.",
      "Settings are given as --key=value, such as",
      "--spring.config.import=file:targets.yaml."
    })
final class RecordCommand implements Callable<Integer> {

  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,63}");
  private static final String CHAT = "chat";
  private static final int RUNS = 5;
  private static final int MOST_RUNS = 50;

  private final Function<List<String>, CheckEnvironment> environments;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "TARGET", arity = "0..1", description = "Name of a target.")
  private @Nullable String target;

  @Option(names = "--har", paramLabel = "FILE", description = "The recording.")
  private @Nullable Path har;

  @Option(
      names = "--question",
      paramLabel = "TEXT",
      description = "What was asked; without it, the longest text that was typed.")
  private @Nullable String question;

  @Option(
      names = "--runs",
      paramLabel = "N",
      description = "How many runs, up to " + MOST_RUNS + "; default " + RUNS + ".")
  private @Nullable Integer runs;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = {
        "Of a recording: name of the target, its dialect and its contract; default " + CHAT + ".",
        "Of runs: name of the contract; default TARGET-recorded."
      })
  private @Nullable String name;

  @Unmatched private List<String> settings = new ArrayList<>();

  RecordCommand(Function<List<String>, CheckEnvironment> environments) {
    this.environments = environments;
  }

  @Override
  public Integer call() throws InterruptedException {
    CommandSettings.require(settings, spec);
    if (name != null && !NAME.matcher(name).matches()) {
      throw usageError("--name: expected small letters, digits and '-', but found '" + name + "'");
    }
    if (har != null && target != null) {
      throw usageError("Expected either TARGET or --har FILE, but there are both");
    }
    if (har != null) {
      return recorded(har);
    }
    if (target != null) {
      return live(target);
    }
    throw usageError(
        "Record what? Expected --har FILE of a browser's recording, or a TARGET to run");
  }

  private int recorded(Path file) {
    if (runs != null || !settings.isEmpty()) {
      throw usageError(
          "--har: a recording needs no %s, which belong to a TARGET"
              .formatted(runs == null ? "settings" : "--runs"));
    }
    if (!Files.isRegularFile(file)) {
      throw usageError("There is no file '" + file + "'");
    }
    try {
      PrintWriter out = spec.commandLine().getOut();
      out.print(
          RecordedSettings.yaml(
              HarReader.read(file), name == null ? CHAT : name, question, BundledDialectMatch::of));
      out.flush();
      return ExitCode.OK;
    } catch (UnusableHarException unusable) {
      throw usageError("'" + file + "' cannot be used: " + unusable.getMessage());
    }
  }

  private int live(String wanted) throws InterruptedException {
    int rounds = runs == null ? RUNS : runs;
    if (question != null) {
      throw usageError("--question: a TARGET is asked the monitor's own questions");
    }
    if (rounds < 1 || rounds > MOST_RUNS) {
      throw usageError("--runs must be from 1 to %d, but is %d".formatted(MOST_RUNS, rounds));
    }
    try (CheckEnvironment environment = environments.apply(settings)) {
      List<String> known = environment.targets();
      if (!known.contains(wanted)) {
        throw usageError(
            StringUtils.capitalize(SpellingSuggestion.unknown("target", wanted, known)));
      }
      return new TargetRecording(environment, spec.commandLine(), Stopwatch.SYSTEM)
          .record(wanted, name, rounds);
    }
  }

  private ParameterException usageError(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
