package io.goldenpath.inference.login;

import io.goldenpath.framing.FrameJson;
import io.goldenpath.framing.Incoming.Envelope;
import io.goldenpath.har.RecordedCall;
import io.goldenpath.har.RecordedPart;
import io.goldenpath.inference.chat.ChatMessage;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Values that a request sends, by their names. */
public record CallValues(
    Map<String, String> body, Map<String, String> headers, Map<String, String> cookies) {

  static CallValues of(RecordedCall call) {
    return new CallValues(body(call.request()), headers(call.request()), cookies(call.request()));
  }

  /** Those of the body and of headers that a page writes. */
  Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>(body);
    all.putAll(headers);
    return all;
  }

  static boolean isForm(RecordedPart request) {
    return !request.body().isBlank()
        && request.first("content-type").orElse("").contains("form-urlencoded");
  }

  private static Map<String, String> body(RecordedPart request) {
    if (isForm(request)) {
      return form(request.body());
    }
    Map<String, String> values = new LinkedHashMap<>();
    FrameJson.read(request.body())
        .filter(JsonNode::isContainer)
        .map(json -> new ChatMessage(true, 0, json, Envelope.NONE).leaves())
        .ifPresent(leaves ->
            leaves.forEach((place, leaf) -> values.putIfAbsent(place.key(), leaf.asString())));
    return values;
  }

  static Map<String, String> form(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : text.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      if (!parts[0].isEmpty()) {
        values.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
      }
    }
    return values;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return text;
    }
  }

  /** Headers of the page's own, without what every browser sends. */
  private static Map<String, String> headers(RecordedPart request) {
    Map<String, String> values = new LinkedHashMap<>();
    request.headers().stream()
        .filter(header -> header.name().startsWith("x-") || header.name().equals("authorization"))
        .forEach(header ->
            values.put(header.name(), header.value().replaceFirst("(?i)^bearer\\s+", "")));
    return values;
  }

  static Map<String, String> cookies(RecordedPart request) {
    Map<String, String> values = new LinkedHashMap<>();
    request.all("cookie").stream()
        .flatMap(line -> Arrays.stream(line.split(";", -1)))
        .map(pair -> pair.strip().split("=", 2))
        .filter(pair -> pair.length == 2)
        .forEach(pair -> values.put(pair[0], pair[1]));
    return values;
  }
}
