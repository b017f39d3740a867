package io.goldenpath.wire;

import io.goldenpath.probe.Secret;
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
 */
public record UpgradeCall(
    URI url, Map<String, Secret> headers, List<String> subprotocols, int maxMessage) {

  public UpgradeCall {
    headers = Map.copyOf(headers);
    subprotocols = List.copyOf(subprotocols);
  }

  /** Shows the host alone: query and subprotocols may hold a token. */
  @Override
  public String toString() {
    return "UpgradeCall[" + url.getHost() + "]";
  }
}
