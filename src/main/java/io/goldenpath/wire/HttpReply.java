package io.goldenpath.wire;

import io.netty.handler.codec.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** HTTP reply: values of each header, by its name in any case, and the body up to a bound. */
public record HttpReply(int status, Map<String, List<String>> headers, String body) {

  public static HttpReply of(int status, HttpHeaders headers, String body) {
    Map<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach(header ->
        all.computeIfAbsent(header.getKey(), _ -> new ArrayList<>()).add(header.getValue()));
    return new HttpReply(status, all, body);
  }

  public Optional<String> header(String name) {
    return headerValues(name).stream().findFirst();
  }

  public List<String> headerValues(String name) {
    return headers.getOrDefault(name, List.of());
  }

  /** Shows the status alone: the body may hold a token. */
  @Override
  public String toString() {
    return "HttpReply[" + status + "]";
  }
}
