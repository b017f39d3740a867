package io.goldenpath.wire.http;

import io.goldenpath.model.target.Route;
import io.goldenpath.model.target.Secret;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One HTTP request; the headers come on top of those that every request has. */
public record HttpCall(
    String method, URI url, Map<String, Secret> headers, @Nullable String body, Route route) {

  public HttpCall {
    headers = Map.copyOf(headers);
  }

  /** Shows neither address nor body: both may hold credentials. */
  @Override
  public String toString() {
    return "HttpCall[" + method + " " + url.getHost() + "]";
  }
}
