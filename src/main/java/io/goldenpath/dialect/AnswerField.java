package io.goldenpath.dialect;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where the answer of a terminal event is: the first place that is there counts, even when empty.
 */
final class AnswerField {

  private static final Places PLACES =
      Places.of(
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
  private static final Places MERGED = Places.of("/payload", "/data/metadata");

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

  private AnswerField() {}

  static String of(Body body) {
    return body.first(PLACES).or(() -> merged(body)).map(AnswerField::words).orElse("");
  }

  private static Optional<JsonNode> merged(Body body) {
    return body.first(MERGED)
        .filter(JsonNode::isObject)
        .filter(node -> ANSWERS.stream().noneMatch(node::has));
  }

  private static String words(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode answer = object.deepCopy();
      answer.remove(List.copyOf(BESIDE_AN_ANSWER));
      return spoken(answer);
    }
    return node.isContainer() ? spoken(node) : Body.words(node);
  }

  /** An object whose texts are all blank says nothing, whatever its numbers are. */
  private static String spoken(JsonNode node) {
    return speaks(node) ? Body.words(node) : "";
  }

  private static boolean speaks(JsonNode node) {
    return node.isContainer()
        ? node.valueStream().anyMatch(AnswerField::speaks)
        : node.isString() && !node.stringValue().isBlank();
  }
}
