package io.goldenpath.dialect.conversation;

import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The text of a node: all texts and numbers within it, one in a line. */
final class JsonText {

  private JsonText() {}

  static String of(JsonNode node) {
    if (node.isString()) {
      return node.stringValue();
    }
    if (node.isContainer()) {
      return node.valueStream()
          .map(JsonText::of)
          .filter(text -> !text.isBlank())
          .collect(Collectors.joining("\n"));
    }
    return node.isNumber() ? node.asString() : "";
  }
}
