package io.goldenpath.web;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a server answered, to requests with any header whatever: HTTP clients refuse some. */
public record RawHttpReply(int status, Map<String, String> headers, String body) {

  private static final JsonMapper MAPPER = new JsonMapper();

  public static RawHttpReply get(URI uri, String... headers) throws IOException {
    return send("GET", uri, headers);
  }

  public static RawHttpReply post(URI uri, String... headers) throws IOException {
    return send("POST", uri, headers);
  }

  public static RawHttpReply send(String method, URI uri, String... headers) throws IOException {
    String target = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    return send(uri.getPort(), method, target, new byte[0], headers);
  }

  /** With any target and body whatever. */
  public static RawHttpReply send(
      int port, String method, String target, byte[] body, String... headers) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(10_000);
      StringBuilder request = new StringBuilder(method + " " + target + " HTTP/1.0\r\n");
      if (List.of(headers).stream().noneMatch(header -> header.startsWith("Host:"))) {
        request.append("Host: localhost:").append(port).append("\r\n");
      }
      List.of(headers).forEach(header -> request.append(header).append("\r\n"));
      request.append("Content-Length: ").append(body.length).append("\r\n\r\n");
      OutputStream out = socket.getOutputStream();
      out.write(request.toString().getBytes(StandardCharsets.UTF_8));
      out.write(body);
      return of(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  public String header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
  }

  public JsonNode json() {
    return MAPPER.readTree(body);
  }

  public static JsonNode json(String text) {
    return MAPPER.readTree(text);
  }

  /** Of a reply as it was on the wire. */
  public static RawHttpReply of(String text) {
    String[] parts = text.split("\r\n\r\n", 2);
    List<String> head = parts[0].lines().toList();
    Map<String, String> headers = new TreeMap<>();
    for (String line : head.subList(1, head.size())) {
      String[] header = line.split(": ", 2);
      headers.put(header[0].toLowerCase(Locale.ROOT), header[1]);
    }
    return new RawHttpReply(Integer.parseInt(head.getFirst().split(" ", 3)[1]), headers, parts[1]);
  }
}
