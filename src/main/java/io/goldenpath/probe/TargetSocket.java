package io.goldenpath.probe;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The WebSocket of a target, and how to ask for it.
 *
 * @param url Address, {@code ws} or {@code wss}.
 * @param tokenIn Every place that carries the token.
 * @param subprotocols Subprotocols to offer, without the token's own.
 * @param query Name of the query parameter that carries the token.
 * @param headers Further headers of the upgrade.
 * @param maxMessage Bytes of the longest message that is accepted.
 */
public record TargetSocket(
    String url,
    Set<TokenCarrier> tokenIn,
    List<String> subprotocols,
    String query,
    Map<String, Secret> headers,
    int maxMessage) {

  public TargetSocket {
    tokenIn = Set.copyOf(tokenIn);
    subprotocols = List.copyOf(subprotocols);
    headers = Map.copyOf(headers);
  }
}
