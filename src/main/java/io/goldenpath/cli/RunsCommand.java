package io.goldenpath.cli;

import io.goldenpath.cli.kept.FetchedRun;
import io.goldenpath.cli.kept.KeptRunList;
import io.goldenpath.cli.kept.MonitorOption;
import io.goldenpath.cli.kept.OwnAddress;
import io.goldenpath.cli.report.AnsiTerminal;
import io.goldenpath.model.finding.Labelled;
import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.settings.mistakes.SpellingSuggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Lists kept runs, newest first. */
@Command(
    name = "runs",
    mixinStandardHelpOptions = true,
    description = "Lists the runs that a running monitor has kept, newest first.",
    footer = {"", "Exit codes: 0 listed, 1 no monitor answers, 64 usage."})
final class RunsCommand implements Callable<Integer> {

  private static final int MOST = 500;

  private final Function<List<String>, OwnAddress> addresses;
  private final Map<String, String> variables;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private MonitorOption monitor = new MonitorOption();

  @Option(names = "--target", paramLabel = "TARGET", description = "Runs of this target.")
  private @Nullable String target;

  @Option(names = "--journey", paramLabel = "JOURNEY", description = "Runs of this journey.")
  private @Nullable String journey;

  @Option(
      names = "--outcome",
      paramLabel = "OUTCOME",
      description = "passed, degraded, failed or broken ones.")
  private @Nullable String outcome;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many at most, up to 500; default ${DEFAULT-VALUE}.")
  private int limit;

  @Unmatched private List<String> settings = new ArrayList<>();

  RunsCommand(Function<List<String>, OwnAddress> addresses, Map<String, String> variables) {
    this.addresses = addresses;
    this.variables = variables;
  }

  @Override
  public Integer call() {
    CommandSettings.require(settings, spec);
    requireKnown("journey", journey, JourneyKind.values());
    requireKnown("outcome", outcome, Outcome.values());
    if (limit < 1 || limit > MOST) {
      throw usageError("--limit must be from 1 to %d, but is %d".formatted(MOST, limit));
    }
    List<FetchedRun> runs =
        FetchedRun.list(criteria(), monitor.api(settings, addresses, variables));
    new KeptRunList(
            new AnsiTerminal(
                spec.commandLine().getOut(), spec.commandLine().getColorScheme().ansi()))
        .show(runs);
    return ExitCode.OK;
  }

  private Map<String, String> criteria() {
    Map<String, String> criteria = new LinkedHashMap<>();
    put(criteria, "target", target);
    put(criteria, "journey", journey);
    put(criteria, "outcome", outcome);
    criteria.put("limit", String.valueOf(limit));
    return criteria;
  }

  private static void put(Map<String, String> criteria, String name, @Nullable String value) {
    if (value != null) {
      criteria.put(name, value);
    }
  }

  private void requireKnown(String what, @Nullable String word, Labelled... known) {
    List<String> labels = Stream.of(known).map(Labelled::label).toList();
    if (word != null && !labels.contains(word)) {
      throw usageError(StringUtils.capitalize(SpellingSuggestion.unknown(what, word, labels)));
    }
  }

  private ParameterException usageError(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
