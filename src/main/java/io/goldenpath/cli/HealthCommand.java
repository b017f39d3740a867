package io.goldenpath.cli;

import java.net.URI;
import java.net.URISyntaxException;
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

/** Asks a running monitor whether it is alive, for those who restart it. */
@Command(
    name = "health",
    mixinStandardHelpOptions = true,
    description = {
      "Asks the monitor on this machine whether it is alive.",
      "It does so where the monitor's settings say that it listens. With URLs it asks",
      "whether each of them is answered with 200."
    },
    footer = {"", "Exit codes: 0 yes, 1 no, 64 usage, 78 settings."})
final class HealthCommand implements Callable<Integer> {

  private final Function<List<String>, URI> liveness;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "URL", arity = "0..*", description = "Address to ask, http or https.")
  private List<String> urls = new ArrayList<>();

  @Unmatched private List<String> settings = new ArrayList<>();

  HealthCommand(Function<List<String>, URI> liveness) {
    this.liveness = liveness;
  }

  @Override
  public Integer call() {
    List<URI> places =
        urls.isEmpty() ? List.of(ownAddress()) : urls.stream().map(this::address).toList();
    boolean healthy = true;
    for (URI place : places) {
      healthy &= HealthRequest.succeeds(place, spec.commandLine().getOut());
    }
    return healthy ? ExitCode.OK : ExitCode.FAILED;
  }

  private URI ownAddress() {
    try {
      return liveness.apply(settings);
    } catch (RuntimeException unclear) {
      throw new UnreadableSettingsException(
          "The settings do not tell where the monitor listens: " + unclear.getMessage(), unclear);
    }
  }

  private URI address(String url) {
    try {
      URI address = new URI(url);
      if (url.matches("https?:.*") && address.getHost() != null) {
        return address;
      }
    } catch (URISyntaxException _) {
      // as wrong as any other
    }
    throw new ParameterException(
        spec.commandLine(), "'%s' is no address with http or https".formatted(url));
  }
}
