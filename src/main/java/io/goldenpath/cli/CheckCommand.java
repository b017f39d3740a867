package io.goldenpath.cli;

import io.goldenpath.history.RunJson;
import io.goldenpath.history.RunJsonModule;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Journey;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.schedule.RunAdmission;
import io.goldenpath.settings.mistakes.SpellingSuggestion;
import io.goldenpath.settings.reader.ProbeSetup;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import tools.jackson.databind.json.JsonMapper;

/** Runs the journeys of each named target once, and ends with the worst outcome. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Runs each target's journeys once and shows the results.",
    footer = {
      "",
      "Exit codes: 0 passed or degraded, 1 failed or leaked, 2 degraded with --strict,",
      "64 usage, 70 the monitor's own fault, 78 settings.",
      "Settings are given as --key=value, such as --spring.config.import=file:targets.yaml."
    })
final class CheckCommand implements Callable<Integer> {

  /** A settings key has a dot; a word without one is a mistyped option of ours. */
  private static final Pattern SETTING = Pattern.compile("--[^=.]+\\.[^=]+=.*", Pattern.DOTALL);

  private final Function<List<String>, CheckEnvironment> environments;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "TARGET", arity = "1..*", description = "Names of targets.")
  private Set<String> targets = new LinkedHashSet<>();

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

  @Option(
      names = "--fault",
      paramLabel = "NAME",
      description = "Fault that the demo platform plays meanwhile, such as wrong_sum.")
  private @Nullable String fault;

  @Option(names = "--strict", description = "A degraded run is not good enough.")
  private boolean strict;

  @Option(names = "--json", description = "Print the runs as JSON instead of drawing them.")
  private boolean json;

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = "Also write the runs as JUnit XML, for Jenkins, GitLab and others.")
  private @Nullable Path junit;

  @Unmatched private List<String> settings = new ArrayList<>();

  CheckCommand(Function<List<String>, CheckEnvironment> environments) {
    this.environments = environments;
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    settings.stream()
        .filter(word -> !SETTING.matcher(word).matches())
        .forEach(this::rejectArgument);
    try (CheckEnvironment environment = environments.apply(settings)) {
      List<ProbeSetup> setups = selectedSetups(environment);
      prepareReportFile(junit);
      List<CheckResult> checked = check(environment, setups);
      if (json) {
        out().println(jsonReport(checked));
      }
      if (junit != null) {
        JUnitReport.write(checked, strict, junit);
      }
      return ExitCode.of(checked.stream().map(one -> one.run().outcome()).toList(), strict);
    }
  }

  /** The runs as the API would give them, in full. */
  private static String jsonReport(List<CheckResult> checked) {
    return JsonMapper.builder()
        .addModule(new RunJsonModule())
        .build()
        .writerWithDefaultPrettyPrinter()
        .writeValueAsString(
            Map.of("runs", checked.stream().map(one -> RunJson.of(one.run())).toList()));
  }

  private List<CheckResult> check(CheckEnvironment environment, List<ProbeSetup> setups)
      throws InterruptedException {
    TerminalReport report = new TerminalReport(out(), spec.commandLine().getColorScheme().ansi());
    LiveSteps live = new LiveSteps(out(), !json && report.ansi().enabled());
    List<Journey> walks =
        setups.stream().map(setup -> environment.journey(setup, live::ended)).toList();
    List<CheckResult> checked = new ArrayList<>();
    try (OneShotRunner runner =
        new OneShotRunner(environment.location(), walks, this::waitForTarget, Stopwatch.SYSTEM)) {
      for (ProbeSetup setup : setups) {
        live.begin(setup.probe().id());
        Run run = runner.run(setup.probe());
        live.clear();
        checked.add(new CheckResult(setup.probe(), run));
        if (!json) {
          report.show(checked.getLast());
        }
      }
    }
    if (!json && checked.size() > 1) {
      report.summary(checked);
    }
    return checked;
  }

  /** Earlier runs have used up a rate limit, or the target has shed load. */
  private void waitForTarget(Probe probe, RunAdmission.Refused refused)
      throws InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    Duration wait = refused.postponement().retryAfter();
    err.printf(
        "%s waits %s: %s%n",
        probe.id(),
        DurationText.of(Duration.ofSeconds(wait.toSeconds() + 1)),
        refused.postponement().why());
    err.flush();
    Thread.sleep(wait);
  }

  private List<ProbeSetup> selectedSetups(CheckEnvironment environment) {
    targets.forEach(target -> requireKnown("target", target, environment.targets()));
    checkFault(environment);
    List<ProbeSetup> all =
        targets.stream().flatMap(target -> environment.setups(target).stream()).toList();
    if (fault != null) {
      environment.play(fault);
    }
    List<String> available =
        all.stream().map(setup -> setup.probe().journey().label()).distinct().toList();
    journeys.forEach(journey -> requireKnown("journey", journey, available));
    Set<String> wanted = journeys.isEmpty() ? Set.copyOf(available) : journeys;
    List<ProbeSetup> setups =
        all.stream().filter(setup -> wanted.contains(setup.probe().journey().label())).toList();
    return users == null
        ? setups
        : new UsersOption(users, spec.commandLine()).applyTo(setups, targets);
  }

  private void checkFault(CheckEnvironment environment) {
    if (fault == null) {
      return;
    }
    for (String target : targets) {
      if (!environment.isDemo(target)) {
        throw usageError(
            "--fault: only the demo platform plays faults, and '%s' is not it; they are %s"
                .formatted(target, String.join(", ", environment.faults())));
      }
    }
    requireKnown("fault", fault, environment.faults());
  }

  private void requireKnown(String what, String word, Collection<String> known) {
    if (!known.contains(word)) {
      throw usageError(StringUtils.capitalize(SpellingSuggestion.unknown(what, word, known)));
    }
  }

  /** Before anything runs, so that an unwritable file fails early. */
  private void prepareReportFile(@Nullable Path file) {
    if (file == null) {
      return;
    }
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
    } catch (IOException impossible) {
      throw usageError("--junit: the folder of " + file + " cannot be made (" + impossible + ")");
    }
    if (Files.isDirectory(file) || (Files.exists(file) && !Files.isWritable(file))) {
      throw usageError("--junit: " + file + " cannot be written; expected the name of a file");
    }
  }

  /** Only the key is repeated: its value may be a secret. */
  private void rejectArgument(String word) {
    throw usageError(
        "'%s' is no option of check; expected one of its options, or a setting as --key=value"
            .formatted(word.replaceFirst("(?s)=.*", "")));
  }

  private ParameterException usageError(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
