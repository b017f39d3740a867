package io.goldenpath.dialect;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Answer of a terminal event: the first place that is there counts, even when empty. */
final class AnswerExtractor {

  private static final FieldPaths PATHS = FieldPaths.of("answer.text");

  /** Here the whole object is the answer, unless it has a place of its own for one. */
  private static final FieldPaths WHOLE_OBJECT = FieldPaths.of("answer.whole-object");

  private static final Set<String> ANSWERS =
      Set.of("result", "content", "final_response", "results", "data");

  private static final List<String> BESIDE_AN_ANSWER = DialectWords.of("answer.beside");

  private AnswerExtractor() {}

  static String of(JsonFrame json) {
    return json.first(PATHS).or(() -> wholeObject(json)).map(AnswerExtractor::text).orElse("");
  }

  private static Optional<JsonNode> wholeObject(JsonFrame json) {
    return json.first(WHOLE_OBJECT)
        .filter(JsonNode::isObject)
        .filter(node -> ANSWERS.stream().noneMatch(node::has));
  }

  private static String text(JsonNode node) {
    JsonNode answer = node.deepCopy();
    if (answer instanceof ObjectNode object) {
      object.remove(BESIDE_AN_ANSWER);
    }
    return hasText(answer) || !node.isContainer() ? JsonFrame.allText(answer) : "";
  }

  /** An object whose texts are all blank says nothing, whatever its numbers are. */
  private static boolean hasText(JsonNode node) {
    return node.isContainer()
        ? node.valueStream().anyMatch(AnswerExtractor::hasText)
        : node.isString() && !node.stringValue().isBlank();
  }
}
