package io.goldenpath.har;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a HAR 1.2 as Chrome, Edge and Firefox export it from their network panels. */
public final class HarReader {

  private static final long MOST_BYTES = 64L << 20;
  private static final int MOST_ENTRIES = 20_000;
  private static final int MOST_FRAMES = 20_000;
  private static final double MILLIS = 1_000;

  private HarReader() {}

  /** Throws {@link UnusableHarException} where it is none, or holds no socket's frames. */
  public static Har read(Path file) {
    JsonNode entries = json(file).path("log").path("entries");
    if (!entries.isArray()) {
      throw new UnusableHarException(
          "it is JSON, but no HAR: expected the list log.entries, as a browser exports it");
    }
    if (entries.size() > MOST_ENTRIES) {
      throw new UnusableHarException(
          "it has %d entries, where at most %d are read: record the chat alone"
              .formatted(entries.size(), MOST_ENTRIES));
    }
    List<RecordedCall> calls = new ArrayList<>();
    List<RecordedWebSocket> sockets = new ArrayList<>();
    for (JsonNode entry : entries) {
      if (isSocket(entry)) {
        sockets.add(socket(entry));
      } else {
        calls.add(call(entry));
      }
    }
    calls.sort(Comparator.comparingDouble(RecordedCall::at));
    return withFrames(new Har(calls, sockets));
  }

  private static JsonNode json(Path file) {
    try {
      long bytes = Files.size(file);
      if (bytes > MOST_BYTES) {
        throw new UnusableHarException(
            "it has %d MB, where at most %d are read: record the chat alone"
                .formatted(bytes >> 20, MOST_BYTES >> 20));
      }
      return JsonMapper.shared().readTree(Files.readAllBytes(file));
    } catch (JacksonException broken) {
      throw new UnusableHarException(
          "it is no JSON from line %d on: is the export complete?"
              .formatted(broken.getLocation() == null ? 1 : broken.getLocation().getLineNr()));
    } catch (IOException unreadable) {
      throw new UnusableHarException("it cannot be read (" + unreadable + ")");
    }
  }

  private static Har withFrames(Har har) {
    List<RecordedWebSocket> spoken =
        har.sockets().stream().filter(socket -> !socket.frames().isEmpty()).toList();
    if (spoken.isEmpty()) {
      throw new UnusableHarException(
          har.sockets().isEmpty()
              ? "no WebSocket is in it: open the network panel before the chat, ask, then export"
              : "its WebSocket has no frames (_webSocketMessages): export from the network panel of"
                  + " Chrome, Edge or Firefox after the answer came");
    }
    return new Har(har.calls(), spoken);
  }

  private static boolean isSocket(JsonNode entry) {
    return entry.has("_webSocketMessages")
        || entry.path("_resourceType").asString("").equals("websocket")
        || entry.path("request").path("url").asString("").matches("(?i)wss?://.*");
  }

  private static RecordedCall call(JsonNode entry) {
    JsonNode request = entry.path("request");
    JsonNode response = entry.path("response");
    return new RecordedCall(
        seconds(entry.path("startedDateTime").asString("")),
        request.path("method").asString("GET"),
        request.path("url").asString(""),
        HarMessages.request(request),
        response.path("status").asInt(0),
        HarMessages.response(response),
        entry.path("time").asDouble(0) / MILLIS);
  }

  private static RecordedWebSocket socket(JsonNode entry) {
    JsonNode messages = entry.path("_webSocketMessages");
    if (messages.size() > MOST_FRAMES) {
      throw new UnusableHarException(
          "a socket has %d frames, where at most %d are read: record one question"
              .formatted(messages.size(), MOST_FRAMES));
    }
    String url = entry.path("request").path("url").asString("");
    return new RecordedWebSocket(
        url.replaceFirst("(?i)^http", "ws"),
        HarMessages.request(entry.path("request")),
        HarMessages.response(entry.path("response")),
        seconds(entry.path("startedDateTime").asString("")),
        Math.max(0, entry.path("timings").path("wait").asDouble(0)) / MILLIS,
        messages.valueStream().map(HarMessages::frame).toList());
  }

  /** 0 where it is no date: such an entry counts as the first. */
  private static double seconds(String date) {
    try {
      Instant at = OffsetDateTime.parse(date).toInstant();
      return at.getEpochSecond() + at.getNano() / 1e9;
    } catch (DateTimeException _) {
      return 0;
    }
  }
}
