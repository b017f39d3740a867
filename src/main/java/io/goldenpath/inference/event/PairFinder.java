package io.goldenpath.inference.event;

import io.goldenpath.inference.chat.ChatMessage;
import io.goldenpath.inference.chat.MessagePlace;
import io.goldenpath.inference.chat.TextShape;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the events between which a tool runs. */
public final class PairFinder {

  private static final Pattern CALL = Pattern.compile("(?i).*call.*");
  private static final Pattern TOOL = Pattern.compile("(?i)(?:.*tool.*|name)");

  private PairFinder() {}

  /** The pair of these events; empty where no tool ran. */
  public static Optional<RecordedPair> tools(RecordedEvents events) {
    for (NamedMessage opening : events.messages()) {
      if (EventRole.of(opening.name()) == EventRole.TOOL_STARTED) {
        Optional<RecordedPair> pair =
            after(events.messages(), opening)
                .filter(named -> EventRole.of(named.name()) == EventRole.TOOL_COMPLETED)
                .flatMap(closing -> pair(opening, closing))
                .findFirst();
        if (pair.isPresent()) {
          return pair;
        }
      }
    }
    return Optional.empty();
  }

  private static Stream<NamedMessage> after(List<NamedMessage> messages, NamedMessage first) {
    return messages.stream().dropWhile(named -> !named.equals(first)).skip(1);
  }

  private static Stream<RecordedPair> pair(NamedMessage opening, NamedMessage closing) {
    Map<MessagePlace, String> opened = keys(opening.message());
    Map<MessagePlace, String> closed = keys(closing.message());
    return opened.entrySet().stream()
        .flatMap(one ->
            closed.entrySet().stream()
                .filter(other -> other.getValue().equals(one.getValue()))
                .map(other ->
                    new RecordedPair(
                        opening.name(), closing.name(), all(one.getKey()), all(other.getKey()))))
        .sorted(Comparator.comparingInt(PairFinder::unlikelihood))
        .limit(1);
  }

  private static int unlikelihood(RecordedPair pair) {
    String key = pair.opened().key();
    int kind = CALL.matcher(key).matches() ? 0 : TextShape.isIdKey(key) ? 1 : 2;
    return 10 * kind + (pair.opened().equals(pair.closed()) ? 0 : 1);
  }

  private static Map<MessagePlace, String> keys(ChatMessage message) {
    return message.leaves().entrySet().stream()
        .filter(leaf -> leaf.getValue().isString() || leaf.getValue().isNumber())
        .filter(leaf ->
            TextShape.isIdKey(leaf.getKey().key())
                || CALL.matcher(leaf.getKey().key()).matches()
                || TOOL.matcher(leaf.getKey().key()).matches())
        .filter(leaf -> leaf.getKey().root() != MessagePlace.Root.HEADERS)
        .filter(leaf -> !RecordedFields.isRun(leaf.getKey().key()))
        .collect(Collectors.toMap(Map.Entry::getKey, leaf -> leaf.getValue().asString()));
  }

  /** Each item of a list in place of the first. */
  private static MessagePlace all(MessagePlace place) {
    if (!place.isInList() || place.root() != MessagePlace.Root.FRAME) {
      return place;
    }
    return new MessagePlace(
        place.root(), place.path().stream().map(part -> part.equals("0") ? "*" : part).toList());
  }
}
