package io.goldenpath.model.target;

import java.util.List;
import java.util.Map;

/**
 * The WebSocket of a target, and how to ask for it.
 *
 * @param url Address, {@code ws} or {@code wss}; may hold variables.
 * @param subprotocols Subprotocols to offer, without the token's own.
 * @param maxMessageBytes Bytes of the longest message that is accepted.
 */
public record TargetSocket(
    Secret url,
    List<TokenLocation> tokenLocations,
    List<String> subprotocols,
    Map<String, Secret> headers,
    int maxMessageBytes) {

  public TargetSocket {
    tokenLocations = List.copyOf(tokenLocations);
    subprotocols = List.copyOf(subprotocols);
    headers = Map.copyOf(headers);
  }
}
