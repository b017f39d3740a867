package io.goldenpath.wire.http;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the body of a reply ends.
 *
 * @param chunked Whether its chunks say so.
 * @param length How many bytes it has; {@link Long#MAX_VALUE} where the connection's end says so.
 */
record BodyFraming(boolean chunked, long length) {

  private static final BodyFraming NONE = new BodyFraming(false, 0);
  private static final String LENGTH = "Content-Length";
  private static final Set<Integer> BODILESS =
      Set.of(
          HttpResponseStatus.NO_CONTENT.code(),
          HttpResponseStatus.RESET_CONTENT.code(),
          HttpResponseStatus.NOT_MODIFIED.code());

  /** As browsers decide it, who take several values of some headers for an attack. */
  static BodyFraming of(HttpResponse head) throws BrokenReplyException {
    HttpHeaders headers = head.headers();
    boolean chunked =
        head.protocolVersion().equals(HttpVersion.HTTP_1_1)
            && headers.containsValue("Transfer-Encoding", "chunked", true);
    if (!chunked) {
      refuseDiffering(headers, LENGTH);
    }
    refuseDiffering(headers, "Content-Disposition");
    refuseDiffering(headers, "Location");
    if (head.status().codeClass() == HttpStatusClass.INFORMATIONAL
        || BODILESS.contains(head.status().code())) {
      return NONE;
    }
    return new BodyFraming(chunked, chunked ? Long.MAX_VALUE : length(headers));
  }

  private static void refuseDiffering(HttpHeaders headers, String name)
      throws BrokenReplyException {
    Set<String> values =
        headers.getAll(name).stream()
            .flatMap(value -> name.equals(LENGTH) ? list(value) : Stream.of(value))
            .map(String::strip)
            .collect(Collectors.toSet());
    if (values.size() > 1) {
      throw new BrokenReplyException(
          "several %s headers that differ, which browsers take for an attack".formatted(name));
    }
  }

  private static Stream<String> list(String value) {
    return Arrays.stream(value.split(",", -1));
  }

  /** What is no number counts for nothing. */
  private static long length(HttpHeaders headers) {
    String written = headers.get(LENGTH, "").split(",", 2)[0].strip();
    try {
      long length = written.startsWith("+") ? -1 : Long.parseLong(written);
      return length < 0 ? Long.MAX_VALUE : length;
    } catch (NumberFormatException _) {
      return Long.MAX_VALUE;
    }
  }
}
