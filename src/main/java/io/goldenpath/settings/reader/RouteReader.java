package io.goldenpath.settings.reader;

import io.goldenpath.model.target.Route;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.target.TargetRoutes;
import io.goldenpath.settings.keys.SocketProperties;
import io.goldenpath.settings.keys.TargetProperties;
import io.goldenpath.settings.mistakes.Mistakes;
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

  TargetRoutes routes(TargetProperties written) {
    String bundle = written.login() == null ? null : written.login().sslBundle();
    SocketProperties socket = written.socket();
    return new TargetRoutes(
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
