package io.goldenpath.dialect;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Answer of a terminal event: the first place that is there counts, even when empty. */
final class AnswerExtractor {

  private static final FieldPaths PATHS =
      FieldPaths.of(
          "/payload/result",
          "/payload/data/result",
          "/payload/data/content",
          "/data/content",
          "/data/result",
          "/data/metadata/result",
          "/payload/final_response",
          "/data/final_response",
          "/final_response",
          "/result",
          "/results");

  /** Here the whole object is the answer, unless it has a place of its own for one. */
  private static final FieldPaths WHOLE_OBJECT = FieldPaths.of("/payload", "/data/metadata");

  private static final Set<String> ANSWERS =
      Set.of("result", "content", "final_response", "results", "data");

  private static final Set<String> BESIDE_AN_ANSWER =
      Set.of(
          "run_id",
          "thread_id",
          "user_id",
          "request_id",
          "agent_id",
          "agent_name",
          "timestamp",
          "status",
          "success",
          "execution_time_ms",
          "duration",
          "duration_ms",
          "total_duration_ms",
          "step_number");

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
    if (node instanceof ObjectNode object) {
      ObjectNode answer = object.deepCopy();
      answer.remove(List.copyOf(BESIDE_AN_ANSWER));
      return textOrEmpty(answer);
    }
    return node.isContainer() ? textOrEmpty(node) : JsonFrame.allText(node);
  }

  /** An object whose texts are all blank says nothing, whatever its numbers are. */
  private static String textOrEmpty(JsonNode node) {
    return hasText(node) ? JsonFrame.allText(node) : "";
  }

  private static boolean hasText(JsonNode node) {
    return node.isContainer()
        ? node.valueStream().anyMatch(AnswerExtractor::hasText)
        : node.isString() && !node.stringValue().isBlank();
  }
}
