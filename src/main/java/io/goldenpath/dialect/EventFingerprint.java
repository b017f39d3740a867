package io.goldenpath.dialect;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Hash of a frame, without the fields that change when the same event is sent again. */
public final class EventFingerprint {

  private static final Set<String> CHANGING =
      Set.of("timestamp", "server_time", "attempt", "message_id", "server_id", "correlation_id");

  private EventFingerprint() {}

  /** A field of an object, which is told from equal ones. */
  public record Field(JsonNode object, String name) {

    @SuppressWarnings("ReferenceEquality")
    private boolean isOf(JsonNode other) {
      return object == other;
    }
  }

  static String of(JsonNode frame) {
    return of(frame, List.of());
  }

  /** The same, without these fields as well. */
  public static String of(JsonNode frame, List<Field> alsoChanging) {
    StringBuilder lasting = new StringBuilder();
    append(frame, alsoChanging, lasting);
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(lasting.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Fields in the order of their names; a length before each text keeps texts apart. */
  private static void append(JsonNode node, List<Field> without, StringBuilder to) {
    if (node.isObject()) {
      to.append('{');
      Map<String, JsonNode> fields = new TreeMap<>();
      node.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
      CHANGING.forEach(fields::remove);
      for (Field field : without) {
        if (field.isOf(node)) {
          fields.remove(field.name());
        }
      }
      fields.forEach((name, value) -> {
        append(name, to);
        append(value, without, to);
      });
      to.append('}');
    } else if (node.isArray()) {
      to.append('[');
      node.forEach(item -> append(item, without, to));
      to.append(']');
    } else if (node.isString()) {
      append(node.stringValue(), to);
    } else {
      to.append(node.isNull() ? "null" : node.asString()).append(',');
    }
  }

  private static void append(String text, StringBuilder to) {
    to.append('"').append(text.length()).append(':').append(text);
  }
}
