package io.goldenpath.platforms;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A recorded golden path as a browser would have exported it, with secrets in place of stars. */
final class TranscriptHar {

  static final String PASSWORD = "hunter2-of-probe";
  static final String TOKEN = "tok5f2c9a7e1b3d4f60aa";
  static final String FORM_CSRF = "f0rm11223344556677889900";
  static final String CSRF = "c5rf99887766554433221100";
  static final List<String> SESSIONS =
      List.of("5E5510A1B2C3D4E5F60718293A4B5C6D", "5E5511A1B2C3D4E5F60718293A4B5C6D");

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final double EPOCH = 1_795_410_000;
  private static final Pattern COOKIE = Pattern.compile("JSESSIONID=\\*\\*\\*");

  private final ArrayNode entries = JSON.createArrayNode();
  private final String host;
  private int sessions;

  private TranscriptHar(String host) {
    this.host = host;
  }

  /** All secrets that are in it. */
  static List<String> secrets() {
    return List.of(PASSWORD, TOKEN, FORM_CSRF, CSRF, SESSIONS.getFirst(), SESSIONS.getLast());
  }

  /** Writes the recording of this platform, at this host and port. */
  static Path write(Path folder, String platform, String host) throws IOException {
    TranscriptHar har = new TranscriptHar(host);
    List<JsonNode> lines =
        Files.readAllLines(Path.of("src/test/resources/platforms", platform + ".jsonl")).stream()
            .map(JSON::readTree)
            .filter(line -> line.path("part").asString().equals("golden"))
            .toList();
    har.add(lines);
    ObjectNode log = JSON.createObjectNode().put("version", "1.2").set("entries", har.entries);
    return Files.writeString(
        folder.resolve(platform + ".har"), JSON.createObjectNode().set("log", log).toString());
  }

  private void add(List<JsonNode> lines) {
    ArrayNode frames = JSON.createArrayNode();
    double at = 0;
    if (lines.stream().noneMatch(line -> line.path("kind").asString().equals("upgrade"))) {
      socket("/ws", frames, at);
    }
    for (int i = 0; i < lines.size(); i++) {
      JsonNode line = lines.get(i);
      boolean sent = line.path("dir").asString().equals(">");
      at = Math.max(at, line.path("ms").asDouble());
      switch (line.path("kind").asString()) {
        case "http" -> {
          if (sent) {
            entries.add(call(line, lines.get(i + 1), at));
          }
        }
        case "upgrade" -> {
          ObjectNode socket = socket(secret(line.path("data").asString()), frames, at);
          List<String> offered =
              line.path("protocols").valueStream().map(JsonNode::asString).toList();
          if (!offered.isEmpty()) {
            header(socket.path("request"), "Sec-WebSocket-Protocol", String.join(", ", offered));
          }
        }
        case "text", "binary" -> frames.add(frame(line, sent, at));
        default -> {}
      }
    }
  }

  private ObjectNode socket(String path, ArrayNode frames, double at) {
    ObjectNode socket = entry("GET", "ws://" + host + path, at);
    socket.put("_resourceType", "websocket").set("_webSocketMessages", frames);
    ((ObjectNode) socket.path("response")).put("status", 101);
    header(socket.path("request"), "Origin", "http://" + host);
    entries.add(socket);
    return socket;
  }

  private static ObjectNode frame(JsonNode line, boolean sent, double at) {
    return JSON.createObjectNode()
        .put("type", sent ? "send" : "receive")
        .put("time", EPOCH + at / 1000)
        .put("opcode", line.path("kind").asString().equals("binary") ? 2 : 1)
        .put("data", secret(whole(line.path("data").asString())));
  }

  /** One sent message was cut where it was written down. */
  private static String whole(String text) {
    return text.startsWith("{\"type\":\"start\"")
        ? text.replaceFirst(",\"team_config.*", "}")
        : text;
  }

  private ObjectNode call(JsonNode asked, JsonNode reply, double at) {
    ObjectNode call =
        entry(
            asked.path("method").asString(), "http://" + host + asked.path("path").asString(), at);
    String body = asked.path("data").asString("");
    if (!body.isEmpty()) {
      String type = body.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded";
      ((ObjectNode) call.path("request"))
          .putObject("postData")
          .put("mimeType", type)
          .put("text", secret(body));
      header(call.path("request"), "Content-Type", type);
    }
    ObjectNode response = (ObjectNode) call.path("response");
    response.put("status", reply.path("status").asInt());
    for (JsonNode cookie : reply.path("setCookie")) {
      String value = SESSIONS.get(sessions++);
      header(
          response,
          "Set-Cookie",
          COOKIE.matcher(cookie.asString()).replaceFirst("JSESSIONID=" + value));
    }
    if (reply.path("status").asInt() == 302) {
      header(response, "Location", "/");
    }
    JsonNode data = reply.path("data");
    response
        .putObject("content")
        .put("text", secret(data.isString() ? data.asString() : data.toString()));
    return call;
  }

  private ObjectNode entry(String method, String url, double at) {
    ObjectNode entry = JSON.createObjectNode();
    entry.put("startedDateTime", Instant.ofEpochMilli((long) (EPOCH * 1000 + at)).toString());
    entry.put("time", 20);
    ObjectNode request = entry.putObject("request").put("method", method).put("url", url);
    request.putArray("headers");
    entry.putObject("response").putArray("headers");
    if (sessions > 0) {
      header(request, "Cookie", "JSESSIONID=" + SESSIONS.get(sessions - 1));
    }
    return entry;
  }

  private static void header(JsonNode message, String name, String value) {
    ((ArrayNode) message.path("headers")).addObject().put("name", name).put("value", value);
  }

  private static String secret(String text) {
    return text.replaceAll("(password(?:\":\"|=))\\*\\*\\*", "$1" + PASSWORD)
        .replaceAll("(_csrf=)\\*\\*\\*", "$1" + FORM_CSRF)
        .replaceAll("(value=\")\\*\\*\\*", "$1" + FORM_CSRF)
        .replaceAll("(X-CSRF-TOKEN:)\\*\\*\\*", "$1" + CSRF)
        .replaceAll("(\"token\":\")\\*\\*\\*(\",\"headerName\")", "$1" + CSRF + "$2")
        .replace("***", TOKEN);
  }
}
