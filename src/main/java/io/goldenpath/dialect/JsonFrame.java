package io.goldenpath.dialect;

import io.goldenpath.contract.event.FrameFields;
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
record JsonFrame(JsonNode root) implements FrameFields {

  @Override
  public @Nullable Object at(String pointer) {
    return plain(root.at(pointer));
  }

  private static @Nullable Object plain(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> node.stringValue();
      case BOOLEAN -> node.booleanValue();
      case NUMBER -> number(node);
      case ARRAY -> node.valueStream().map(JsonFrame::plain).toList();
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

  @Nullable String text(FieldPaths paths) {
    return paths.first(root, JsonFrame::isText).map(JsonNode::stringValue).orElse(null);
  }

  /** The node at the first of these places that is there, even when it is empty. */
  Optional<JsonNode> first(FieldPaths paths) {
    return paths.first(root, node -> !node.isMissingNode() && !node.isNull());
  }

  Set<String> texts(FieldPaths paths) {
    Set<String> texts = new LinkedHashSet<>();
    for (JsonNode node : paths.all(root)) {
      if (isText(node)) {
        texts.add(node.stringValue());
      }
    }
    return texts;
  }

  boolean isTrue(FieldPaths paths) {
    return paths.first(root, node -> node.isBoolean() && node.booleanValue()).isPresent();
  }

  boolean isFalse(FieldPaths paths) {
    return paths.first(root, node -> node.isBoolean() && !node.booleanValue()).isPresent();
  }

  private static boolean isText(JsonNode node) {
    return node.isString() && !node.stringValue().isBlank();
  }

  static String allText(JsonNode node) {
    if (node.isString()) {
      return node.stringValue();
    }
    if (node.isContainer()) {
      return StreamSupport.stream(node.spliterator(), false)
          .map(JsonFrame::allText)
          .filter(text -> !text.isBlank())
          .collect(Collectors.joining("\n"));
    }
    return node.isNumber() ? node.asString() : "";
  }
}
