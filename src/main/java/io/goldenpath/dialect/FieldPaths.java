package io.goldenpath.dialect;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Where a field may be in a frame, in the order in which it is looked for. */
record FieldPaths(List<JsonPointer> pointers) {

  static FieldPaths of(String key) {
    return new FieldPaths(DialectWords.of("at." + key).stream().map(JsonPointer::compile).toList());
  }

  Optional<JsonNode> first(JsonNode frame, Predicate<JsonNode> wanted) {
    return read(frame, node -> wanted.test(node) ? Optional.of(node) : Optional.empty());
  }

  /** The first that something is made of; a missing node stands for what is not there. */
  <T> Optional<T> read(JsonNode frame, Function<JsonNode, Optional<T>> read) {
    for (JsonPointer pointer : pointers) {
      Optional<T> found = read.apply(frame.at(pointer));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
