package io.goldenpath.cases;

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

  private static final String END = "\r\n\r\n";

  static final String PAGE = "/page";

  static HttpRequest read(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (!head.substring(Math.max(0, head.length() - END.length())).equals(END)) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("the client has gone");
      }
      head.append((char) next);
    }
    String[] lines = head.toString().split("\r\n", -1);
    HttpRequest bare = new HttpRequest(lines[0], Arrays.asList(lines).subList(1, lines.length), "");
    int length = bare.header("Content-Length").map(Integer::parseInt).orElse(0);
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return new HttpRequest(bare.line, bare.headers, body);
  }

  boolean upgrades() {
    return line.startsWith("GET /ws");
  }

  /** Whether a browser asks for the page from which it logs in. */
  boolean asksForPage() {
    return line.startsWith("GET " + PAGE + " ");
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
