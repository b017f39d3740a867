package io.goldenpath.dialect.conversation;

import io.goldenpath.dialect.definition.AnswerRules;
import io.goldenpath.dialect.definition.AnswerRules.Kind;
import io.goldenpath.dialect.definition.MessageValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The answer to a question as it grows. */
final class AnswerText {

  private static final int BOUND = 4_000_000;

  private final AnswerRules rule;
  private final StringBuilder text = new StringBuilder();
  private boolean begun;

  AnswerText(AnswerRules rule) {
    this.rule = rule;
  }

  void begin() {
    text.setLength(0);
    begun = false;
  }

  /**
   * Returns whether the message has a part of it.
   *
   * @param name Name of the event; null for none.
   * @param ends Whether the message is one of those that end the run.
   */
  boolean add(Received message, @Nullable String name, boolean ends) {
    Optional<String> part = reads(name, ends) ? in(message) : Optional.empty();
    if (part.isPresent()) {
      message.takenBy("answer." + rule.kind().label());
      add(part.get());
    }
    return part.isPresent();
  }

  private boolean reads(@Nullable String name, boolean ends) {
    if (rule.of().isEmpty()) {
      return ends || rule.kind() != Kind.AT;
    }
    return name != null && rule.of().contains(name);
  }

  /** What stands in the message; empty where nothing does. */
  Optional<String> in(Received message) {
    for (MessageValue place : rule.at()) {
      List<JsonNode> nodes = message.nodes(place);
      if (!nodes.isEmpty()) {
        return Optional.of(
            nodes.size() == 1
                ? JsonText.of(nodes.getFirst())
                : nodes.stream().map(JsonText::of).collect(Collectors.joining(rule.separator())));
      }
    }
    return Optional.empty();
  }

  private void add(String part) {
    switch (rule.kind()) {
      case AT, SNAPSHOT -> text.setLength(0);
      case DELTAS, MESSAGES -> text.append(begun ? rule.separator() : "");
    }
    text.append(part, 0, Math.min(part.length(), Math.max(0, BOUND - text.length())));
    begun = true;
  }

  String text() {
    return text.toString();
  }
}
