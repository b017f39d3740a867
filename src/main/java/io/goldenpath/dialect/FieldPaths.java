package io.goldenpath.dialect;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Where a field may be in a frame, in the order in which it is looked for. */
record FieldPaths(List<JsonPointer> pointers) {

  static FieldPaths of(String key) {
    return new FieldPaths(DialectWords.of("at." + key).stream().map(JsonPointer::compile).toList());
  }

  Optional<JsonNode> first(JsonNode frame, Predicate<JsonNode> wanted) {
    return all(frame).filter(wanted).findFirst();
  }

  /** What is at each place; a missing node where nothing is. */
  Stream<JsonNode> all(JsonNode frame) {
    return pointers.stream().map(frame::at);
  }
}
