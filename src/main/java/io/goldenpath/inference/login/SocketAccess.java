package io.goldenpath.inference.login;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the upgrade is made.
 *
 * @param url With variables in place of what is made anew.
 * @param tokenIn Where the token travels; empty where the upgrade carries none.
 * @param query Name of the parameter that carries it; null for none.
 * @param subprotocols Those that the page offers beside those of the framing.
 * @param headers Headers that no login explains, as placeholders.
 * @param made Variables of the address that the page makes.
 */
public record SocketAccess(
    String url,
    List<String> tokenIn,
    @Nullable String query,
    List<String> subprotocols,
    Map<String, String> headers,
    List<String> made) {

  public SocketAccess {
    tokenIn = List.copyOf(tokenIn);
    subprotocols = List.copyOf(subprotocols);
    headers = Map.copyOf(headers);
    made = List.copyOf(made);
  }
}
