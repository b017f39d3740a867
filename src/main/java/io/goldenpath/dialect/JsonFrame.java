package io.goldenpath.dialect;

import io.goldenpath.contract.event.FrameFields;
import io.goldenpath.model.target.CanonicalId;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.BooleanNode;

/** A frame whose fields are found by several places, the first that is there counts. */
record JsonFrame(JsonNode root) implements FrameFields {

  private static final JsonMapper JSON = JsonMapper.shared();

  @Override
  public @Nullable Object at(String pointer) {
    JsonNode node = root.at(pointer);
    return node.isMissingNode() ? null : JSON.treeToValue(node, Object.class);
  }

  @Nullable String text(FieldPaths paths) {
    return paths.first(root, JsonFrame::isText).map(JsonNode::stringValue).orElse(null);
  }

  /** The node at the first of these places that is there, even when it is empty. */
  Optional<JsonNode> first(FieldPaths paths) {
    return paths.first(root, node -> !node.isMissingNode() && !node.isNull());
  }

  /** An id of any JSON type: 41 and "41" are one. */
  @Nullable String id(FieldPaths paths) {
    return paths.first(root, JsonFrame::isId).map(JsonFrame::id).orElse(null);
  }

  Set<String> ids(FieldPaths paths) {
    return paths.all(root).filter(JsonFrame::isId).map(JsonFrame::id).collect(Collectors.toSet());
  }

  private static String id(JsonNode node) {
    boolean whole = node.isFloatingPointNumber() && node.asDouble() == Math.rint(node.asDouble());
    return CanonicalId.of(
        whole && node.canConvertToLong() ? Long.toString(node.asLong()) : node.asString());
  }

  static boolean isId(JsonNode node) {
    return node.isNumber() || isText(node);
  }

  boolean is(boolean value, FieldPaths paths) {
    return paths.first(root, BooleanNode.valueOf(value)::equals).isPresent();
  }

  /** The first of these fields that is there and not of this type. */
  Optional<String> not(Predicate<JsonNode> type, String... fields) {
    return Stream.of(fields)
        .filter(field -> root.hasNonNull(field) && !type.test(root.path(field)))
        .findFirst();
  }

  private static boolean isText(JsonNode node) {
    return node.isString() && !node.stringValue().isBlank();
  }

  static String allText(JsonNode node) {
    if (node.isString()) {
      return node.stringValue();
    }
    if (node.isContainer()) {
      return node.valueStream()
          .map(JsonFrame::allText)
          .filter(text -> !text.isBlank())
          .collect(Collectors.joining("\n"));
    }
    return node.isNumber() ? node.asString() : "";
  }
}
