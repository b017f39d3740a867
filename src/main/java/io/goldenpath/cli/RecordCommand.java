package io.goldenpath.cli;

import io.goldenpath.cli.recording.BundledDialectMatch;
import io.goldenpath.har.HarReader;
import io.goldenpath.har.UnusableHarException;
import io.goldenpath.inference.RecordedSettings;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes settings of what a browser recorded. */
@Command(
    name = "record",
    mixinStandardHelpOptions = true,
    description = {
      "Prints a target, its dialect and its contract in YAML, made of a browser's recording.",
      "In Chrome or Edge: open the network panel, log in, ask one question, wait for the answer,",
      "and export as HAR 'with sensitive data'. No secret of it is printed."
    },
    footer = {"", "Exit codes: 0 printed, 64 usage, or a recording that holds no chat."})
final class RecordCommand implements Callable<Integer> {

  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,63}");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--har", paramLabel = "FILE", required = true, description = "The recording.")
  private Path har = Path.of("");

  @Option(
      names = "--question",
      paramLabel = "TEXT",
      description = "What was asked; without it, the longest text that was typed.")
  private @Nullable String question;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      defaultValue = "chat",
      description = "Name of the target, its dialect and its contract; default ${DEFAULT-VALUE}.")
  private String name = "";

  @Override
  public Integer call() {
    if (!NAME.matcher(name).matches()) {
      throw usageError("--name: expected small letters, digits and '-', but found '" + name + "'");
    }
    if (!Files.isRegularFile(har)) {
      throw usageError("There is no file '" + har + "'");
    }
    try {
      PrintWriter out = spec.commandLine().getOut();
      out.print(
          RecordedSettings.yaml(HarReader.read(har), name, question, BundledDialectMatch::of));
      out.flush();
      return ExitCode.OK;
    } catch (UnusableHarException unusable) {
      throw usageError("'" + har + "' cannot be used: " + unusable.getMessage());
    }
  }

  private ParameterException usageError(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
