package io.goldenpath.platforms.recording;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a page did on the network, told by Chromium's DevTools, in the form of their export. */
final class BrowserRecording {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int MILLIS = 1000;

  private final CDPSession devTools;
  private final ExportedEntries entries = new ExportedEntries();
  private final Map<String, Double> clockOffsets = new HashMap<>();

  private BrowserRecording(CDPSession devTools) {
    this.devTools = devTools;
  }

  /** Records all that the page does from now on. */
  static BrowserRecording of(Page page) {
    BrowserRecording recording = new BrowserRecording(page.context().newCDPSession(page));
    recording.listen();
    return recording;
  }

  private void listen() {
    on("requestWillBeSent", this::requested);
    on("requestWillBeSentExtraInfo", event -> entries.sentHeaders(id(event), headers(event)));
    on("responseReceived", event -> entries.last(id(event)).replied(event.path("response")));
    on("responseReceivedExtraInfo", event -> entries.gotHeaders(id(event), headers(event)));
    on("loadingFinished", this::loaded);
    on("webSocketCreated", event -> entries.add(id(event), "GET", event.path("url").asString()));
    on("webSocketWillSendHandshakeRequest", this::upgrades);
    on("webSocketHandshakeResponseReceived", this::upgraded);
    on("webSocketFrameSent", event -> frame(event, "send"));
    on("webSocketFrameReceived", event -> frame(event, "receive"));
    devTools.send("Network.enable");
  }

  private void on(String event, Consumer<JsonNode> handler) {
    devTools.on("Network." + event, told -> handler.accept(JSON.readTree(told.toString())));
  }

  private static String id(JsonNode event) {
    return event.path("requestId").asString();
  }

  private static JsonNode headers(JsonNode event) {
    return event.path("headers");
  }

  private void requested(JsonNode event) {
    if (event.has("redirectResponse")) {
      entries.last(id(event)).replied(event.path("redirectResponse"));
    }
    JsonNode request = event.path("request");
    String method = request.path("method").asString();
    ExportedEntry entry = entries.add(id(event), method, request.path("url").asString());
    entry.begun(event.path("wallTime").asDouble(), event.path("timestamp").asDouble());
    entry.sent(request.path("headers"), request.path("postData").asString(""));
  }

  /** Asks for the body at once: a page that comes next would throw it away. */
  private void loaded(JsonNode event) {
    ExportedEntry entry = entries.last(id(event));
    entry.ended(event.path("timestamp").asDouble());
    JsonObject wanted = new JsonObject();
    wanted.addProperty("requestId", id(event));
    try {
      JsonObject body = devTools.send("Network.getResponseBody", wanted);
      entry.body(body.get("body").getAsString(), body.get("base64Encoded").getAsBoolean());
    } catch (PlaywrightException gone) {
      entry.body("", false);
    }
  }

  private void upgrades(JsonNode event) {
    double wall = event.path("wallTime").asDouble();
    double at = event.path("timestamp").asDouble();
    clockOffsets.put(id(event), wall - at);
    ExportedEntry entry = entries.last(id(event));
    entry.begun(wall, at);
    entry.sent(event.path("request").path("headers"), "");
  }

  private void upgraded(JsonNode event) {
    ExportedEntry entry = entries.last(id(event));
    entry.ended(event.path("timestamp").asDouble());
    entry.replied(event.path("response"));
  }

  private void frame(JsonNode event, String type) {
    double at = event.path("timestamp").asDouble() + clockOffsets.getOrDefault(id(event), 0.0);
    JsonNode frame = event.path("response");
    entries
        .last(id(event))
        .frame(
            JSON.createObjectNode()
                .put("type", type)
                .put("time", Math.round(at * MILLIS * MILLIS) / (double) MILLIS / MILLIS)
                .put("opcode", frame.path("opcode").asInt())
                .put("data", frame.path("payloadData").asString()));
  }

  /** Writes what was recorded so far, with sensitive data. */
  Path write(Path file) throws IOException {
    ArrayNode all = JSON.createArrayNode();
    List<ObjectNode> exported = entries.exported();
    exported.forEach(all::add);
    ObjectNode log = JSON.createObjectNode().put("version", "1.2");
    log.putObject("creator").put("name", "WebInspector").put("version", "537.36");
    log.set("entries", all);
    return Files.writeString(file, JSON.createObjectNode().set("log", log).toPrettyString());
  }
}
