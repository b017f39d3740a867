package io.goldenpath.dialect;

import io.goldenpath.contract.event.FrameFields;
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
    if (!pointer.isEmpty() && !pointer.startsWith("/")) {
      return null;
    }
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
    return paths.all(root).flatMap(node -> JsonId.of(node).stream()).findFirst().orElse(null);
  }

  /** Ids of users at all these places. */
  Set<String> users(FieldPaths paths) {
    return paths
        .all(root)
        .flatMap(node -> JsonId.ofUser(node).stream())
        .collect(Collectors.toSet());
  }

  /** The first of these places where the id of a user cannot be read, and what stands there. */
  @Nullable String unreadableUser(FieldPaths paths) {
    return paths.pointers().stream()
        .flatMap(at -> JsonId.problem(root.at(at)).map(what -> at + " is " + what).stream())
        .findFirst()
        .orElse(null);
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
