package io.goldenpath.wire.websocket;

import io.goldenpath.model.target.Route;
import io.goldenpath.model.target.Secret;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * A request for a WebSocket.
 *
 * @param url Address, {@code ws} or {@code wss}.
 * @param headers Headers beside those of the upgrade itself.
 * @param subprotocols Subprotocols to offer, in order.
 * @param maxMessage Bytes of the longest message that is accepted.
 * @param route How to get there.
 */
public record UpgradeCall(
    URI url, Map<String, Secret> headers, List<String> subprotocols, int maxMessage, Route route) {

  public UpgradeCall {
    headers = Map.copyOf(headers);
    subprotocols = List.copyOf(subprotocols);
  }

  /** A request that goes straight there. */
  public UpgradeCall(
      URI url, Map<String, Secret> headers, List<String> subprotocols, int maxMessage) {
    this(url, headers, subprotocols, maxMessage, Route.DIRECT);
  }

  /** Shows the host alone: query and subprotocols may hold a token. */
  @Override
  public String toString() {
    return "UpgradeCall[" + url.getHost() + "]";
  }
}
