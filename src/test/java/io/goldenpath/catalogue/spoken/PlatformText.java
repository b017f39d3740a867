package io.goldenpath.catalogue.spoken;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What the platform says, for protocols that must know a little of it. */
final class PlatformText {

  static final String PONG = "{\"type\":\"pong\"}";

  private static final JsonMapper JSON = JsonMapper.shared();

  private PlatformText() {}

  /** A missing node where it is no JSON. */
  static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (JacksonException noJson) {
      return MissingNode.getInstance();
    }
  }

  /** Whether it asks for a sign of life, for which each protocol has its own way. */
  static boolean isPing(JsonNode said) {
    return said.path("type").stringValue("").equals("ping");
  }

  /** As a value within JSON: broken where it is broken JSON, a string where it is none at all. */
  static String value(String text) {
    boolean meant = text.startsWith("{") || text.startsWith("[");
    return meant ? text : JSON.writeValueAsString(text);
  }
}
