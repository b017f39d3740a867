package io.goldenpath.dialect;

import io.goldenpath.contract.event.FrameFields;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
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
    return paths.read(root, JsonId::of).orElse(null);
  }

  /** Ids of users at all these places. */
  Set<String> users(FieldPaths paths) {
    Set<String> ids = new HashSet<>();
    for (JsonPointer at : paths.pointers()) {
      JsonId.ofUser(root.at(at)).ifPresent(ids::add);
    }
    return Set.copyOf(ids);
  }

  /** The first of these places where the id of a user cannot be read, and what stands there. */
  @Nullable String unreadableUser(FieldPaths paths) {
    for (JsonPointer at : paths.pointers()) {
      Optional<String> problem = JsonId.problem(root.at(at));
      if (problem.isPresent()) {
        return at + " is " + problem.get();
      }
    }
    return null;
  }

  boolean is(boolean value, FieldPaths paths) {
    return paths.first(root, BooleanNode.valueOf(value)::equals).isPresent();
  }

  /** The first of these fields that is there and not of this type. */
  Optional<String> not(Predicate<JsonNode> type, String... fields) {
    for (String field : fields) {
      JsonNode node = root.path(field);
      if (!node.isMissingNode() && !node.isNull() && !type.test(node)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
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
