package io.goldenpath.cli.check;

import io.goldenpath.settings.mistakes.SpellingSuggestion;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Option for a fault that the demo platform plays during the check. */
public final class DemoFault {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(
      names = "--fault",
      paramLabel = "NAME",
      description = "Fault that the demo platform plays meanwhile, such as wrong_sum.")
  private @Nullable String fault;

  /** Refuses a fault that is unknown, or that a target cannot play. */
  public void requirePlayable(List<String> targets, CheckEnvironment environment) {
    if (fault == null) {
      return;
    }
    List<String> faults = environment.faults();
    for (String target : targets) {
      if (!environment.isDemo(target)) {
        throw usageError(
            "--fault: only the demo platform plays faults, and '%s' is not it; they are %s"
                .formatted(target, String.join(", ", faults)));
      }
    }
    if (!faults.contains(fault)) {
      throw usageError(StringUtils.capitalize(SpellingSuggestion.unknown("fault", fault, faults)));
    }
  }

  /** Needs the demo platform to be started. */
  public void play(CheckEnvironment environment) {
    if (fault != null) {
      environment.play(fault);
    }
  }

  private ParameterException usageError(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
