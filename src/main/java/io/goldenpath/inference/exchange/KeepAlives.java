package io.goldenpath.inference.exchange;

import io.goldenpath.inference.chat.ChatMessage;
import io.goldenpath.inference.chat.Discriminator;
import io.goldenpath.inference.event.EventRole;
import io.goldenpath.inference.exchange.RecordedExchange.Heartbeat;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Messages that keep a connection alive, and say nothing else. */
public final class KeepAlives {

  private static final double ANSWER_SECONDS = 2;

  private KeepAlives() {}

  public static boolean is(ChatMessage message) {
    return words(message).anyMatch(word -> EventRole.of(word) == EventRole.HEARTBEAT);
  }

  private static Stream<String> words(ChatMessage message) {
    return message.leaves().entrySet().stream()
        .filter(leaf -> leaf.getValue().isString())
        .filter(leaf -> leaf.getKey().path().isEmpty() || Discriminator.isKey(leaf.getKey().key()))
        .map(leaf -> leaf.getValue().stringValue())
        .filter(word -> word.length() < 40);
  }

  /** The rules that keep this connection alive as the page did. */
  static List<Heartbeat> rules(
      List<ChatMessage> messages, Function<ChatMessage, String> condition) {
    List<Heartbeat> rules = new ArrayList<>();
    Set<String> told = new LinkedHashSet<>();
    Set<ChatMessage> answers = new LinkedHashSet<>();
    for (int i = 0; i < messages.size(); i++) {
      ChatMessage message = messages.get(i);
      if (!message.sent() && is(message) && told.add(condition.apply(message))) {
        Optional<ChatMessage> answer = answer(message, messages.subList(i + 1, messages.size()));
        answer.ifPresent(answers::add);
        rules.add(new Heartbeat(condition.apply(message), answer.orElse(null), 0));
      }
    }
    own(messages, answers).ifPresent(rules::add);
    return rules;
  }

  private static Optional<ChatMessage> answer(ChatMessage ping, List<ChatMessage> later) {
    return later.stream()
        .takeWhile(message -> message.at() - ping.at() < ANSWER_SECONDS)
        .filter(message -> message.sent() && is(message))
        .findFirst();
  }

  /** What the page sends on an interval, of which at least two are there. */
  private static Optional<Heartbeat> own(List<ChatMessage> messages, Set<ChatMessage> answers) {
    Set<JsonNode> bodies = new LinkedHashSet<>();
    answers.forEach(answer -> bodies.add(answer.body()));
    List<ChatMessage> own =
        messages.stream()
            .filter(message -> message.sent() && is(message) && !bodies.contains(message.body()))
            .toList();
    if (own.size() < 2) {
      return Optional.empty();
    }
    long every = Math.max(1, Math.round(own.get(1).at() - own.getFirst().at()));
    return Optional.of(new Heartbeat(null, own.getFirst(), every));
  }
}
