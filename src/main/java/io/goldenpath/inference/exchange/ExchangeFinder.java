package io.goldenpath.inference.exchange;

import io.goldenpath.inference.chat.Cel;
import io.goldenpath.inference.chat.Chat;
import io.goldenpath.inference.chat.ChatMessage;
import io.goldenpath.inference.chat.MessagePlace;
import io.goldenpath.inference.event.EventNamer;
import io.goldenpath.inference.event.NamedMessage;
import io.goldenpath.inference.exchange.RecordedExchange.Accepted;
import io.goldenpath.inference.exchange.RecordedExchange.Opening;
import io.goldenpath.inference.login.Substitutions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what a page did before, with and beside its question. */
public final class ExchangeFinder {

  /** What the framings themselves accepted. */
  private static final Set<String> ACCEPTED = Set.of("connect", "CONNECTED", "connection_ack");

  private static final Pattern READY =
      Pattern.compile(
          "(?i).*(?:ready|connected|connection|welcome|hello|established|session|auth|success"
              + "|subscribed|joined|init|open).*");

  private final Chat chat;
  private final Map<ChatMessage, NamedMessage> named = new HashMap<>();
  private final SentVariables variables;

  /** A finder that notes in {@code known} what stands for recorded values. */
  public ExchangeFinder(Chat chat, Substitutions known) {
    this.chat = chat;
    known.put(chat.question().text(), "{text}");
    EventNamer.name(chat.framing(), received(chat.all()))
        .messages()
        .forEach(message -> named.put(message.message(), message));
    variables = new SentVariables(known, this::condition);
  }

  private static List<ChatMessage> received(List<ChatMessage> messages) {
    return messages.stream()
        .filter(message -> !message.sent() && !message.isAcknowledgement())
        .toList();
  }

  private String condition(ChatMessage message) {
    NamedMessage name = named.get(message);
    return name == null
        ? Cel.equal(MessagePlace.NAME.expression(), message.envelope().name())
        : name.condition();
  }

  /** What was sent and awaited. */
  public RecordedExchange find() {
    List<Opening> opening = opening();
    chat.sentToAsk()
        .forEach(message -> variables.read(message, received(chat.before()), "question"));
    return new RecordedExchange(
        variables.made(),
        variables.taken(),
        opening,
        ready(opening),
        accepted(),
        KeepAlives.rules(chat.all(), this::condition));
  }

  private List<Opening> opening() {
    List<Opening> opening = new ArrayList<>();
    List<ChatMessage> received = new ArrayList<>();
    ChatMessage awaited = null;
    for (ChatMessage message : chat.before()) {
      if (KeepAlives.is(message)) {
        continue;
      }
      if (message.sent()) {
        variables.read(message, received, "connection");
        opening.add(new Opening(awaited == null ? null : condition(awaited), message));
        awaited = null;
      } else if (!ACCEPTED.contains(message.envelope().name())) {
        received.add(message);
        awaited = message;
      }
    }
    return opening;
  }

  /** A message after the last that was sent, by its name if one fits. */
  private boolean isReady(ChatMessage message) {
    NamedMessage name = named.get(message);
    return name != null && READY.matcher(name.name()).matches();
  }

  private @Nullable String ready(List<Opening> opening) {
    List<ChatMessage> candidates =
        received(chat.before()).stream()
            .filter(message -> !KeepAlives.is(message))
            .filter(message -> !ACCEPTED.contains(message.envelope().name()))
            .filter(
                message -> opening.isEmpty() || message.at() >= opening.getLast().message().at())
            .toList();
    return candidates.stream()
        .filter(this::isReady)
        .reduce((_, later) -> later)
        .or(() -> candidates.stream().findFirst())
        .map(this::condition)
        .orElse(null);
  }

  private @Nullable Accepted accepted() {
    return chat.answer().stream()
        .filter(ChatMessage::isAcknowledgement)
        .filter(answer ->
            chat.asked().stream()
                .anyMatch(sent -> sent.envelope().name().equals(answer.envelope().name())))
        .findFirst()
        .map(answer ->
            new Accepted(
                Cel.equal(MessagePlace.NAME.expression(), answer.envelope().name())
                    + " && ack != null",
                answer.leaves().entrySet().stream()
                    .filter(leaf -> leaf.getValue().isBoolean() && leaf.getValue().booleanValue())
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(null)))
        .orElse(null);
  }
}
