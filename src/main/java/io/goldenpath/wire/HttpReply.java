package io.goldenpath.wire;

import io.netty.handler.codec.http.HttpHeaders;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Status, headers and body of a reply.
 *
 * @param status Status code.
 * @param headers First value of each header, by its name in any case.
 * @param body Text of the body, as far as it was kept.
 */
public record HttpReply(int status, Map<String, String> headers, String body) {

  static HttpReply of(int status, HttpHeaders headers, String body) {
    Map<String, String> first = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach(header -> first.putIfAbsent(header.getKey(), header.getValue()));
    return new HttpReply(status, first, body);
  }

  /** The first value of this header. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** Shows the status alone: the body may hold a token. */
  @Override
  public String toString() {
    return "HttpReply[" + status + "]";
  }
}
