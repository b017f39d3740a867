package io.goldenpath.wire;

import io.goldenpath.model.target.Route;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.target.UrlHost;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** WebSocket upgrade request; {@code maxMessage} is the longest accepted message in bytes. */
public record UpgradeCall(
    URI url, Map<String, Secret> headers, List<String> subprotocols, int maxMessage, Route route) {

  public UpgradeCall {
    headers = Map.copyOf(headers);
    subprotocols = List.copyOf(subprotocols);
  }

  HttpCall request() {
    return new HttpCall("GET", url, headers, null, route);
  }

  /** Shows the host alone: query and subprotocols may hold a token. */
  @Override
  public String toString() {
    return "UpgradeCall[" + UrlHost.of(url).orElse("") + "]";
  }
}
