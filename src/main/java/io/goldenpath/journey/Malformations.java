package io.goldenpath.journey;

import io.goldenpath.contract.Question;
import io.goldenpath.dialect.Dialect;
import io.goldenpath.probe.Exercise.Malformed;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Messages that no platform understands, made from the question of its dialect. */
final class Malformations {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int BEYOND = 512;

  private final Dialect dialect;
  private final Question question;
  private final OptionalInt maxMessage;

  /**
   * @param maxMessage bytes of the longest message that the server says it takes
   */
  Malformations(Dialect dialect, Question question, OptionalInt maxMessage) {
    this.dialect = dialect;
    this.question = question;
    this.maxMessage = maxMessage;
  }

  /** Such a message; empty where nobody knows what would be one. */
  Optional<String> make(Malformed kind) {
    String good = dialect.submit(question, null);
    return switch (kind) {
      case BROKEN_JSON -> Optional.of(good.substring(0, good.length() * 2 / 3));
      case EMPTY -> Optional.of("");
      case ARRAY -> Optional.of("[1,2,3]");
      case MISSING_FIELDS -> object(good).map(frame -> without(frame).toString());
      case WRONG_TYPES -> object(good).map(frame -> wrong(frame).toString());
      case OVERSIZED ->
          maxMessage.isEmpty() ? Optional.empty() : Optional.of(oversized(maxMessage.getAsInt()));
    };
  }

  private String oversized(int max) {
    String text = "x".repeat(max + BEYOND);
    return dialect.submit(new Question(text, question.nonce(), question.sum()), null);
  }

  private static Optional<ObjectNode> object(String frame) {
    return JSON.readTree(frame) instanceof ObjectNode object
        ? Optional.of(object)
        : Optional.empty();
  }

  /** Everything but the field that holds the text. */
  private ObjectNode without(ObjectNode frame) {
    ObjectNode rest = NODES.objectNode();
    frame.forEachEntry((name, value) -> {
      if (value instanceof ObjectNode inner) {
        rest.set(name, without(inner));
      } else if (!holdsText(value)) {
        rest.set(name, value);
      }
    });
    return rest;
  }

  /** A list in place of the text, and numbers in place of all other strings. */
  private ObjectNode wrong(ObjectNode frame) {
    ObjectNode other = NODES.objectNode();
    frame.forEachEntry((name, value) -> {
      if (value instanceof ObjectNode inner) {
        other.set(name, wrong(inner));
      } else if (holdsText(value)) {
        other.set(name, NODES.arrayNode().add(7));
      } else {
        other.set(name, value.isString() ? NODES.numberNode(7) : value);
      }
    });
    return other;
  }

  private boolean holdsText(JsonNode value) {
    return value.isString() && value.stringValue().contains(question.text());
  }
}
