package io.goldenpath.dialect;

import io.goldenpath.contract.Fields;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A frame whose fields are found by several paths, the first that is there counts. */
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

  /** The text at the first of these pointers that has any. */
  @Nullable String text(String... pointers) {
    return Arrays.stream(pointers)
        .map(frame::at)
        .filter(JsonNode::isString)
        .map(JsonNode::stringValue)
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse(null);
  }

  /** The node at the first of these pointers that is there, even when it is empty. */
  Optional<JsonNode> first(String... pointers) {
    return Arrays.stream(pointers)
        .map(frame::at)
        .filter(node -> !node.isMissingNode() && !node.isNull())
        .findFirst();
  }

  /** Every text at these pointers. */
  Set<String> texts(String... pointers) {
    return Arrays.stream(pointers)
        .map(frame::at)
        .filter(JsonNode::isString)
        .map(JsonNode::stringValue)
        .filter(text -> !text.isBlank())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  boolean isTrue(String... pointers) {
    return Arrays.stream(pointers)
        .map(frame::at)
        .anyMatch(node -> node.isBoolean() && node.booleanValue());
  }

  boolean isFalse(String... pointers) {
    return Arrays.stream(pointers)
        .map(frame::at)
        .anyMatch(node -> node.isBoolean() && !node.booleanValue());
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
