package io.goldenpath.inference.chat;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A text in a message that a person may have typed.
 *
 * @param place Where it stands.
 */
record TypedText(ChatMessage message, MessagePlace place, String text) {

  private static final Set<String> QUESTION_KEYS =
      Set.of(
          "text",
          "content",
          "message",
          "prompt",
          "question",
          "input",
          "task",
          "q",
          "msg",
          "body",
          "query",
          "utterance",
          "usermessage",
          "user_message",
          "parts",
          "data",
          "value");
  private static final Set<String> NOT_TYPED =
      Set.of(
          "instructions",
          "system_prompt",
          "systemprompt",
          "description",
          "useragent",
          "user_agent",
          "operationname",
          "label",
          "system",
          "locale",
          "timezone");

  /** The likeliest last. */
  static final Comparator<TypedText> LIKELIHOOD =
      Comparator.comparingInt(TypedText::rank).thenComparingInt(typed -> typed.text().length());

  static Stream<TypedText> in(ChatMessage message, boolean graphQl) {
    return message.leaves().entrySet().stream()
        .filter(leaf -> leaf.getValue().isString())
        .filter(leaf -> !leaf.getKey().equals(MessagePlace.NAME))
        .filter(leaf -> leaf.getKey().root() != MessagePlace.Root.HEADERS)
        .filter(leaf -> !graphQl || !leaf.getKey().path().equals(List.of("query")))
        .map(leaf -> new TypedText(message, leaf.getKey(), leaf.getValue().stringValue()))
        .filter(TypedText::isPossible);
  }

  /** The text at the same place of a message that asks in the same way. */
  Optional<TypedText> like(ChatMessage other) {
    return other.envelope().name().equals(message.envelope().name())
            && words(other).equals(words(message))
        ? other.text(place).map(same -> new TypedText(other, place, same))
        : Optional.empty();
  }

  /** What tells the kind of a message. */
  private static List<String> words(ChatMessage message) {
    return message.leaves().entrySet().stream()
        .filter(leaf -> Discriminator.isKey(leaf.getKey().key()))
        .map(Map.Entry::getValue)
        .filter(JsonNode::isString)
        .map(JsonNode::stringValue)
        .toList();
  }

  private boolean isPossible() {
    String key = place.key().toLowerCase(Locale.ROOT);
    return !NOT_TYPED.contains(key)
        && !Discriminator.isKey(key)
        && !TextShape.isSensitive(key)
        && !TextShape.isIdKey(place.key())
        && !TextShape.isId(text)
        && !TextShape.isToken(text)
        && !TextShape.isTime(text)
        && !text.isBlank();
  }

  int rank() {
    String key = place.key().toLowerCase(Locale.ROOT);
    boolean fits = QUESTION_KEYS.contains(key) || key.isEmpty();
    return (fits ? 1 : 0) + (TextShape.isPhrase(text) ? 2 : 0);
  }
}
