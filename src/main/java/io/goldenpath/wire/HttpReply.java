package io.goldenpath.wire;

import io.goldenpath.wire.http.DecodedBody;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * HTTP reply.
 *
 * @param headers Values of each header, by its name in any case.
 * @param body Body up to a bound, without its content codings.
 * @param bodyFlaw Why the body is not whole, as a clause; null where it is.
 */
public record HttpReply(
    int status, Map<String, List<String>> headers, String body, @Nullable String bodyFlaw) {

  static HttpReply of(int status, HttpHeaders headers, byte[] body, int bound) {
    Map<String, List<String>> all = byName(headers);
    List<String> codings = all.getOrDefault("Content-Encoding", List.of());
    DecodedBody decoded = DecodedBody.of(body, codings, bound);
    return new HttpReply(status, all, decoded.text(), decoded.flaw());
  }

  /** Without a body. */
  static HttpReply of(int status, HttpHeaders headers) {
    return new HttpReply(status, byName(headers), "", null);
  }

  private static Map<String, List<String>> byName(HttpHeaders headers) {
    Map<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach(header ->
        all.computeIfAbsent(header.getKey(), _ -> new ArrayList<>()).add(header.getValue()));
    return all;
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
