package io.goldenpath.cli;

import io.goldenpath.settings.dialect.BundledDialectFiles;
import io.goldenpath.settings.mistakes.SpellingSuggestion;
import java.util.Set;
import java.util.concurrent.Callable;
import org.springframework.util.StringUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints settings to begin with. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    description = "Prints a target to begin with, in YAML; correct it and 'validate' it.",
    footer = {"", "Exit codes: 0 printed, 64 usage."})
final class InitCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--dialect",
      paramLabel = "NAME",
      defaultValue = "agent-events",
      description = "What the target speaks, as 'dialects' lists them; default ${DEFAULT-VALUE}.")
  private String dialect = "";

  @Override
  public Integer call() {
    Set<String> known = BundledDialectFiles.about().keySet();
    if (!known.contains(dialect)) {
      throw new ParameterException(
          spec.commandLine(),
          StringUtils.capitalize(SpellingSuggestion.unknown("dialect", dialect, known)));
    }
    spec.commandLine().getOut().print(BundledDialectFiles.target(dialect));
    spec.commandLine().getOut().flush();
    return ExitCode.OK;
  }
}
