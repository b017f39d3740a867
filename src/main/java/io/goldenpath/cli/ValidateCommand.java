package io.goldenpath.cli;

import io.goldenpath.dialect.EventNames;
import io.goldenpath.settings.load.SettingsLoader;
import io.goldenpath.settings.reader.ProbeSetup;
import io.goldenpath.settings.reader.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads settings as the service would, reports every mistake, and starts nothing. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    description = {
      "Reads these files together as the service would, and tells every mistake in them.",
      "Variables must be set as they are for the service; any value will do."
    },
    footer = {"", "Exit codes: 0 no mistake, 64 usage, 78 mistakes."})
final class ValidateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "YAML or properties.")
  private List<Path> files = new ArrayList<>();

  private final Set<String> told = new HashSet<>();

  @Override
  public Integer call() {
    for (Path file : files) {
      if (!Files.isRegularFile(file)) {
        throw new ParameterException(spec.commandLine(), "There is no file '" + file + "'");
      }
    }
    Settings settings = SettingsLoader.load(files);
    settings
        .warnings()
        .forEach(warning -> spec.commandLine().getErr().println("Warning: " + warning));
    if (settings.setups().isEmpty()) {
      warnOfNoTarget(settings);
    }
    settings.setups().forEach(this::tellUnknowable);
    spec.commandLine()
        .getOut()
        .printf(
            "No mistakes: %d probes of %d targets%n",
            settings.setups().size(), targets(settings.setups()));
    return ExitCode.OK;
  }

  /** A closed set of names is checked when settings are read; an open one cannot be. */
  private void tellUnknowable(ProbeSetup setup) {
    EventNames names = setup.dialect().eventNames();
    List<String> unproven =
        setup.contract().eventNames().stream()
            .filter(event -> names.open() && !names.events().contains(event))
            .toList();
    String line =
        "%s: dialect %s takes names of events from the platform, so whether these come is not known: %s"
            .formatted(
                setup.probe().target().name(),
                setup.probe().target().dialect(),
                String.join(", ", unproven));
    if (!unproven.isEmpty() && told.add(line)) {
      spec.commandLine().getOut().println(line);
    }
  }

  private void warnOfNoTarget(Settings settings) {
    spec.commandLine()
        .getErr()
        .printf(
            "Warning: goldenpath.targets: there is none, so %s; documents for a profile count only"
                + " where SPRING_PROFILES_ACTIVE names it%n",
            settings.demo() ? "the demo platform alone is watched" : "nothing is watched");
  }

  private static long targets(List<ProbeSetup> setups) {
    return setups.stream().map(setup -> setup.probe().target().name()).distinct().count();
  }
}
