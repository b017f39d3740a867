package io.goldenpath.cli.recording;

import io.goldenpath.framing.FrameJson;
import io.goldenpath.inference.chat.TextShape;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Compares what we would send with what was sent, and notes which ids stand for which. */
final class SentShape {

  private final Map<String, String> ours = new HashMap<>();

  /** Whether both have the same fields, with the same values but for ids and times. */
  boolean fits(JsonNode made, JsonNode sent) {
    return fits("", made, sent);
  }

  private boolean fits(String key, JsonNode made, JsonNode sent) {
    if (made.isObject() && sent.isObject()) {
      return sent.propertyNames().stream().allMatch(made::has)
          && made.properties().stream()
              .allMatch(field ->
                  sent.has(field.getKey())
                      ? fits(field.getKey(), field.getValue(), sent.path(field.getKey()))
                      : field.getValue().isNull());
    }
    if (made.isArray() && sent.isArray() && made.size() == sent.size()) {
      for (int i = 0; i < made.size(); i++) {
        if (!fits(key, made.path(i), sent.path(i))) {
          return false;
        }
      }
      return true;
    }
    return made.equals(sent) || isMadeAnew(key, made, sent);
  }

  private boolean isMadeAnew(String key, JsonNode made, JsonNode sent) {
    if (made.isNumber() && sent.isNumber()) {
      return true;
    }
    String text = sent.asString("");
    boolean anew = TextShape.isIdKey(key) || TextShape.isId(text) || TextShape.isTime(text);
    if (anew && made.isString()) {
      ours.put(text, made.stringValue());
    }
    return anew && (made.isString() || made.isNull());
  }

  /** A received message, with our ids in place of those that the page had made. */
  JsonNode asAnswerToUs(JsonNode received) {
    String text = received.toString();
    for (Map.Entry<String, String> id : ours.entrySet()) {
      text = text.replace('"' + id.getKey() + '"', '"' + id.getValue() + '"');
    }
    return ours.isEmpty() ? received : FrameJson.read(text).orElse(received);
  }
}
