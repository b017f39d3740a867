package io.goldenpath.cli.check;

import io.goldenpath.settings.mistakes.SpellingSuggestion;
import io.goldenpath.settings.reader.ProbeSetup;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Options that say which probes of the settings are meant. */
public final class ProbeSelection {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Parameters(paramLabel = "TARGET", arity = "0..*", description = "Names of targets.")
  private Set<String> names = new LinkedHashSet<>();

  @Option(names = "--all", description = "All targets of the settings.")
  private boolean all;

  @Option(
      names = "--tag",
      paramLabel = "LABEL",
      description = "Targets with this label, such as team=search or team; several narrow.")
  private Set<String> tags = new LinkedHashSet<>();

  @Option(
      names = "--journey",
      paramLabel = "JOURNEY",
      description = "Journey to run; without it, all that the target has.")
  private Set<String> journeys = new LinkedHashSet<>();

  @Option(
      names = "--users",
      paramLabel = "N",
      description = "How many users the isolation journey has, from 2 to 1000.")
  private @Nullable Integer users;

  /** Starts nothing. */
  public List<String> targets(CheckEnvironment environment) {
    List<String> known = environment.targets();
    requireUnambiguous(known);
    names.forEach(name -> requireKnown("target", name, known));
    List<String> candidates = names.isEmpty() ? known : List.copyOf(names);
    tags.forEach(tag -> requireKnown("label", tag, labels(candidates, environment)));
    List<String> wanted =
        candidates.stream()
            .filter(target -> words(environment.labels(target)).toList().containsAll(tags))
            .toList();
    if (wanted.isEmpty()) {
      throw usageError(
          tags.isEmpty()
              ? "There is no target; expected one beneath goldenpath.targets"
              : "No target has all of the labels " + String.join(", ", tags));
    }
    return wanted;
  }

  private void requireUnambiguous(List<String> known) {
    if (names.isEmpty() && !all && tags.isEmpty()) {
      throw usageError(
          "Which TARGET? Expected names, --all or --tag; known: " + String.join(", ", known));
    }
    if (all && !names.isEmpty()) {
      throw usageError("Expected either names of targets or --all, but there are both");
    }
  }

  private static List<String> labels(List<String> targets, CheckEnvironment environment) {
    return targets.stream()
        .flatMap(target -> words(environment.labels(target)))
        .distinct()
        .sorted()
        .toList();
  }

  /** What may be asked for: each name, and each name with its value. */
  private static Stream<String> words(Map<String, String> labels) {
    return labels.entrySet().stream()
        .flatMap(label -> Stream.of(label.getKey(), label.getKey() + "=" + label.getValue()));
  }

  /** Starts the demo platform where that is one of the targets. */
  public List<ProbeSetup> setups(List<String> targets, CheckEnvironment environment) {
    List<ProbeSetup> known =
        targets.stream().flatMap(target -> environment.setups(target).stream()).toList();
    List<String> available =
        known.stream().map(setup -> setup.probe().journey().label()).distinct().toList();
    journeys.forEach(journey -> requireKnown("journey", journey, available));
    List<ProbeSetup> setups =
        known.stream()
            .filter(
                setup -> journeys.isEmpty() || journeys.contains(setup.probe().journey().label()))
            .toList();
    return users == null
        ? setups
        : new UsersOption(users, command.commandLine()).applyTo(setups, targets);
  }

  private void requireKnown(String what, String word, Collection<String> known) {
    if (!known.contains(word)) {
      throw usageError(StringUtils.capitalize(SpellingSuggestion.unknown(what, word, known)));
    }
  }

  private ParameterException usageError(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
