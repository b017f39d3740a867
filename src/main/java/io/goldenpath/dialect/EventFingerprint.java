package io.goldenpath.dialect;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Hash of a frame, without the fields that change when the same event is sent again. */
final class EventFingerprint {

  private static final Set<String> CHANGING =
      Set.of("timestamp", "server_time", "attempt", "message_id", "server_id", "correlation_id");

  private EventFingerprint() {}

  static String of(JsonNode frame) {
    StringBuilder text = new StringBuilder();
    write(frame, text);
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void write(JsonNode node, StringBuilder text) {
    if (node.isObject()) {
      Map<String, JsonNode> fields = new TreeMap<>();
      node.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
      fields.keySet().removeAll(CHANGING);
      text.append('{');
      fields.forEach((name, value) -> {
        write(name, text);
        write(value, text);
      });
      text.append('}');
    } else if (node.isArray()) {
      text.append('[');
      node.forEach(element -> {
        write(element, text);
        text.append(',');
      });
      text.append(']');
    } else if (node.isString()) {
      write(node.stringValue(), text);
    } else {
      text.append(node);
    }
  }

  /** The length goes first, so that no content can imitate the end of a text. */
  private static void write(String string, StringBuilder text) {
    text.append(string.length()).append('"').append(string);
  }
}
