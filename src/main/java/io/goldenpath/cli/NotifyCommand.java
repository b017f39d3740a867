package io.goldenpath.cli;

import io.goldenpath.settings.mistakes.SpellingSuggestion;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Tries out whether a receiver of messages hears. */
@Command(
    name = "notify",
    mixinStandardHelpOptions = true,
    description = {
      "'notify test NAME' sends a message that tells of nothing to this receiver of",
      "goldenpath.notify, and prints what it said."
    },
    footer = {"", "Exit codes: 0 it took it, 1 it did not, 64 usage, 78 settings."})
final class NotifyCommand implements Callable<Integer> {

  private static final String TEST = "test";

  private final Function<List<String>, TestableReceivers> receivers;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "test", description = "What to do: test.")
  private String action = TEST;

  @Parameters(index = "1", paramLabel = "NAME", description = "Name of the receiver.")
  private String name = "";

  @Unmatched private List<String> settings = new ArrayList<>();

  NotifyCommand(Function<List<String>, TestableReceivers> receivers) {
    this.receivers = receivers;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (!action.equals(TEST)) {
      throw mistake("Expected 'notify test NAME', but found 'notify %s'".formatted(action));
    }
    try (TestableReceivers known = receivers.apply(settings)) {
      if (known.names().isEmpty()) {
        throw mistake("The settings have no receivers: see goldenpath.notify.receivers");
      }
      if (!known.names().contains(name)) {
        throw mistake(SpellingSuggestion.unknown("receiver", name, known.names()));
      }
      TestableReceivers.Answer answer = known.send(name);
      PrintWriter out = spec.commandLine().getOut();
      out.printf("%s: %s: %s%n", name, answer.taken() ? "taken" : "not taken", answer.said());
      return answer.taken() ? ExitCode.OK : ExitCode.FAILED;
    }
  }

  private ParameterException mistake(String text) {
    return new ParameterException(spec.commandLine(), text);
  }
}
