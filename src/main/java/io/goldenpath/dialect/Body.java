package io.goldenpath.dialect;

import io.goldenpath.contract.Fields;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A frame whose fields are found by several places, the first that is there counts. */
record Body(JsonNode frame) implements Fields {

  @Override
  public @Nullable Object at(String pointer) {
    return plain(frame.at(pointer));
  }

  private static @Nullable Object plain(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> node.stringValue();
      case BOOLEAN -> node.booleanValue();
      case NUMBER -> number(node);
      case ARRAY -> node.valueStream().map(Body::plain).toList();
      case OBJECT -> {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        node.properties().forEach(field -> fields.put(field.getKey(), plain(field.getValue())));
        yield fields;
      }
      default -> null;
    };
  }

  private static Object number(JsonNode node) {
    return node.isIntegralNumber() && node.canConvertToLong()
        ? (Object) node.asLong()
        : (Object) node.asDouble();
  }

  /** The text at the first of these places that has any. */
  @Nullable String text(Places places) {
    return places.first(frame, Body::isText).map(JsonNode::stringValue).orElse(null);
  }

  /** The node at the first of these places that is there, even when it is empty. */
  Optional<JsonNode> first(Places places) {
    return places.first(frame, node -> !node.isMissingNode() && !node.isNull());
  }

  /** Every text at these places. */
  Set<String> texts(Places places) {
    Set<String> texts = new LinkedHashSet<>();
    for (JsonNode node : places.all(frame)) {
      if (isText(node)) {
        texts.add(node.stringValue());
      }
    }
    return texts;
  }

  boolean isTrue(Places places) {
    return places.first(frame, node -> node.isBoolean() && node.booleanValue()).isPresent();
  }

  boolean isFalse(Places places) {
    return places.first(frame, node -> node.isBoolean() && !node.booleanValue()).isPresent();
  }

  private static boolean isText(JsonNode node) {
    return node.isString() && !node.stringValue().isBlank();
  }

  /** All words within a node, whatever its shape. */
  static String words(JsonNode node) {
    if (node.isString()) {
      return node.stringValue();
    }
    if (node.isContainer()) {
      return StreamSupport.stream(node.spliterator(), false)
          .map(Body::words)
          .filter(text -> !text.isBlank())
          .collect(Collectors.joining("\n"));
    }
    return node.isNumber() ? node.asString() : "";
  }
}
