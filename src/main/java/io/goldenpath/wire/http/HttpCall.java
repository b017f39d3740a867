package io.goldenpath.wire.http;

import io.goldenpath.model.target.Route;
import io.goldenpath.model.target.Secret;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request.
 *
 * @param method Method, in capitals.
 * @param url Address, {@code http} or {@code https}.
 * @param headers Headers beside those that every request has.
 * @param body Text of the body; null for none.
 * @param route How to get there.
 */
public record HttpCall(
    String method, URI url, Map<String, Secret> headers, @Nullable String body, Route route) {

  public HttpCall {
    headers = Map.copyOf(headers);
  }

  /** A request that goes straight there. */
  public HttpCall(String method, URI url, Map<String, Secret> headers, @Nullable String body) {
    this(method, url, headers, body, Route.DIRECT);
  }

  /** Shows neither address nor body: both may hold credentials. */
  @Override
  public String toString() {
    return "HttpCall[" + method + " " + url.getHost() + "]";
  }
}
