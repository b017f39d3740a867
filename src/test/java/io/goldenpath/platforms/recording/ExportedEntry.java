package io.goldenpath.platforms.recording;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One entry of a HAR: a call, or a socket with its frames. */
final class ExportedEntry {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int MILLIS = 1000;

  private final ObjectNode entry = JSON.createObjectNode();
  private final ObjectNode request = entry.putObject("request");
  private final ObjectNode response = entry.putObject("response");
  private JsonNode sentHeaders = JSON.createObjectNode();
  private JsonNode gotHeaders = JSON.createObjectNode();
  private double began;

  ExportedEntry(String method, String url) {
    request.put("method", method).put("url", url);
    if (url.startsWith("ws")) {
      entry.put("_resourceType", "websocket").putArray("_webSocketMessages");
    }
  }

  /** In seconds of the wall clock, and of the log's own. */
  void begun(double wall, double at) {
    began = at;
    entry.put("startedDateTime", Instant.ofEpochMilli(Math.round(wall * MILLIS)).toString());
  }

  void ended(double at) {
    double millis = (at - began) * MILLIS;
    entry.put("time", millis).putObject("timings").put("wait", millis);
  }

  void sent(JsonNode headers, String body) {
    sentHeaders = headers;
    if (!body.isEmpty()) {
      String type =
          headers.path("Content-Type").asString(headers.path("content-type").asString(""));
      request.putObject("postData").put("mimeType", type).put("text", body);
    }
  }

  void replied(JsonNode reply) {
    gotHeaders = reply.path("headers");
    response.put("status", reply.path("status").asInt());
  }

  void body(String text, boolean base64) {
    ObjectNode content = response.putObject("content").put("text", text);
    if (base64) {
      content.put("encoding", "base64");
    }
  }

  void frame(ObjectNode frame) {
    ((ArrayNode) entry.path("_webSocketMessages")).add(frame);
  }

  /** With these headers in place of those that the page was shown, where there are some. */
  ObjectNode exported(List<JsonNode> sent, List<JsonNode> got) {
    request.set("headers", list(sent.isEmpty() ? sentHeaders : sent.getFirst()));
    response.set("headers", list(got.isEmpty() ? gotHeaders : got.getFirst()));
    return entry;
  }

  private static ArrayNode list(JsonNode headers) {
    ArrayNode all = JSON.createArrayNode();
    headers
        .properties()
        .forEach(header ->
            all.addObject()
                .put("name", header.getKey())
                .put("value", header.getValue().asString()));
    return all;
  }
}
