package io.goldenpath.settings;

import io.goldenpath.probe.Route;
import io.goldenpath.probe.Routes;
import io.goldenpath.probe.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads which ways lead to a target. */
final class RouteReader {

  private final String key;
  private final Mistakes mistakes;

  RouteReader(String key, Mistakes mistakes) {
    this.key = key;
    this.mistakes = mistakes;
  }

  Routes routes(TargetProperties written) {
    String bundle = written.login() == null ? null : written.login().sslBundle();
    SocketProperties socket = written.socket();
    return new Routes(
        new Route(bundle, null),
        socket == null
            ? Route.DIRECT
            : new Route(socket.sslBundle(), proxy(socket.proxy()).orElse(null)));
  }

  private Optional<URI> proxy(@Nullable Secret written) {
    if (written == null || written.reveal().contains("${")) {
      return Optional.empty();
    }
    try {
      URI proxy = new URI(written.reveal());
      if ("http".equals(proxy.getScheme()) && proxy.getHost() != null) {
        return Optional.of(proxy);
      }
    } catch (URISyntaxException _) {
      // said below, without the text: it may hold a password
    }
    mistakes.add(
        key + ".socket.proxy", "expected an address such as http://proxy.example.com:3128");
    return Optional.empty();
  }
}
