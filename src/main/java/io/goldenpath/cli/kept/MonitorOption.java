package io.goldenpath.cli.kept;

import io.goldenpath.model.target.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Option for the monitor that has the runs. */
public final class MonitorOption {

  private static final String TOKEN = "GOLDENPATH_TOKEN";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Address of the monitor; without it, where the settings say that it listens.")
  private @Nullable String url;

  /**
   * The monitor that is meant.
   *
   * @param settings Spring's arguments, which tell the address of the one on this machine.
   * @param variables Of the environment, among them the token of who may read.
   */
  public MonitorApi api(
      List<String> settings,
      Function<List<String>, OwnAddress> addresses,
      Map<String, String> variables) {
    String token = variables.get(TOKEN);
    return new MonitorApi(
        url == null ? addresses.apply(settings).home() : address(url),
        token == null || token.isBlank() ? null : Secret.of(token));
  }

  private URI address(String text) {
    try {
      URI address = new URI(text.replaceFirst("/+$", ""));
      if (address.getHost() != null && text.matches("(?i)https?:.*")) {
        return address;
      }
    } catch (URISyntaxException _) {
      // as wrong as any other
    }
    throw new ParameterException(
        command.commandLine(),
        "--url: '%s' is no address such as http://localhost:8080".formatted(text));
  }
}
