package io.goldenpath.dialect;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Where a field may be in a frame, in the order in which it is looked for. */
final class FieldPaths {

  private final List<JsonPointer> pointers;

  private FieldPaths(List<JsonPointer> pointers) {
    this.pointers = pointers;
  }

  static FieldPaths of(String... pointers) {
    return new FieldPaths(Arrays.stream(pointers).map(JsonPointer::compile).toList());
  }

  Optional<JsonNode> first(JsonNode frame, Predicate<JsonNode> wanted) {
    for (JsonPointer pointer : pointers) {
      JsonNode node = frame.at(pointer);
      if (wanted.test(node)) {
        return Optional.of(node);
      }
    }
    return Optional.empty();
  }

  /** What is at each place; a missing node where nothing is. */
  List<JsonNode> all(JsonNode frame) {
    return pointers.stream().map(frame::at).toList();
  }
}
