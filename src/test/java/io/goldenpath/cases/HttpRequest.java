package io.goldenpath.cases;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A request as its client spelt it.
 *
 * @param line Method, path and version.
 * @param headers Header lines, byte for byte in ISO 8859-1.
 * @param body Body, as long as its length says.
 */
record HttpRequest(String line, List<String> headers, String body) {

  static HttpRequest read(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("the client has gone");
      }
      head.write(next);
    }
    String[] lines = head.toString(StandardCharsets.ISO_8859_1).split("\r\n", -1);
    HttpRequest bare = new HttpRequest(lines[0], Arrays.asList(lines).subList(1, lines.length), "");
    int length = bare.header("Content-Length").map(Integer::parseInt).orElse(0);
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return new HttpRequest(bare.line, bare.headers, body);
  }

  boolean upgrades() {
    return line.startsWith("GET /ws");
  }

  Optional<String> header(String name) {
    return all(name).stream().findFirst();
  }

  List<String> all(String name) {
    String start = name.toLowerCase(Locale.ROOT) + ":";
    return headers.stream()
        .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(start))
        .map(header -> header.substring(start.length()).strip())
        .toList();
  }

  /** Whether this header line is there, letter by letter. */
  boolean spells(String start) {
    return headers.stream().anyMatch(header -> header.startsWith(start));
  }

  /** Subprotocols in the client's order. */
  List<String> offered() {
    return all("Sec-WebSocket-Protocol").stream()
        .flatMap(offer -> Arrays.stream(offer.split(",", -1)))
        .map(String::strip)
        .toList();
  }
}
