package io.goldenpath.inference.event;

import io.goldenpath.inference.chat.Cel;
import io.goldenpath.inference.chat.ChatMessage;
import io.goldenpath.inference.chat.TextShape;
import java.util.Comparator;
import java.util.List;

/** Names for messages without a type, by what they have and others have not. */
final class KeyName {

  private static final String TEXT = "text";

  private KeyName() {}

  static NamedMessage of(ChatMessage message, List<ChatMessage> all) {
    if (message.body().isString()) {
      String text = message.body().stringValue();
      String word = text.replaceAll("[^A-Za-z0-9_]", "");
      return TextShape.isWord(word) && word.length() == text.replaceAll("[\\[\\]]", "").length()
          ? new NamedMessage(message, word, List.of("frame == " + Cel.quoted(text)), true)
          : new NamedMessage(message, TEXT, List.of("type(frame) == string"), true);
    }
    return message.body().propertyNames().stream()
        .min(Comparator.comparingLong(key -> having(key, all)))
        .map(key -> new NamedMessage(message, name(key), List.of(has(key)), true))
        .orElseGet(() -> new NamedMessage(message, "message", List.of("true"), true));
  }

  private static long having(String key, List<ChatMessage> all) {
    return all.stream().filter(message -> message.body().has(key)).count();
  }

  private static String name(String key) {
    String word = key.replaceAll("[^A-Za-z0-9_.:-]", "_");
    return word.isEmpty() ? "message" : word;
  }

  private static String has(String key) {
    return Cel.quoted(key) + " in frame";
  }
}
