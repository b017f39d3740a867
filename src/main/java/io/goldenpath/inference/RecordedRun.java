package io.goldenpath.inference;

import io.goldenpath.har.UnusableHarException;
import io.goldenpath.inference.chat.Chat;
import io.goldenpath.inference.chat.ChatMessage;
import io.goldenpath.inference.chat.Discriminator;
import io.goldenpath.inference.chat.MessagePlace;
import io.goldenpath.inference.event.AnswerFinder;
import io.goldenpath.inference.event.AnswerPlace;
import io.goldenpath.inference.event.EndFinder;
import io.goldenpath.inference.event.EventNamer;
import io.goldenpath.inference.event.NamedMessage;
import io.goldenpath.inference.event.PairFinder;
import io.goldenpath.inference.event.RecordedEvents;
import io.goldenpath.inference.event.RecordedFields;
import io.goldenpath.inference.event.RecordedPair;
import io.goldenpath.inference.event.RunEnding;
import io.goldenpath.inference.exchange.KeepAlives;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The events of a recorded answer, and what they mean.
 *
 * @param echo A message that repeats the question under the name of its sender.
 */
record RecordedRun(
    RecordedEvents events,
    RunEnding ending,
    Optional<AnswerPlace> answer,
    Optional<RecordedPair> tools,
    Optional<Echo> echo) {

  private static final Set<String> PEOPLE = Set.of("user", "human", "customer", "client", "me");

  /** Who is named as the sender, and where. */
  record Echo(MessagePlace place, String sender) {}

  static RecordedRun of(Chat chat) {
    List<ChatMessage> received =
        chat.answer().stream()
            .filter(message -> !message.sent() && !message.isAcknowledgement())
            .filter(message -> !KeepAlives.is(message))
            .toList();
    Optional<Echo> echo =
        received.stream().flatMap(message -> echo(message, chat).stream()).findFirst();
    List<ChatMessage> told =
        received.stream()
            .filter(message ->
                echo.filter(of -> message.text(of.place()).filter(of.sender()::equals).isPresent())
                    .isEmpty())
            .toList();
    if (told.isEmpty()) {
      throw new UnusableHarException(
          "nothing but keep-alives came after the question: export once the answer is there in"
              + " full");
    }
    RecordedEvents events = EventNamer.name(chat.framing(), told);
    RunEnding ending = EndFinder.find(events);
    return new RecordedRun(
        events,
        ending,
        AnswerFinder.find(events, ending, chat.question().text()),
        PairFinder.tools(events),
        echo);
  }

  private static Optional<Echo> echo(ChatMessage message, Chat chat) {
    boolean repeats =
        message.leaves().values().stream()
            .anyMatch(leaf -> leaf.asString().strip().equals(chat.question().text().strip()));
    return repeats
        ? message.leaves().keySet().stream()
            .filter(place -> Discriminator.isSender(place.key()) && !place.isInList())
            .flatMap(place -> message.text(place).stream().map(who -> new Echo(place, who)))
            .filter(of -> PEOPLE.contains(of.sender()))
            .findFirst()
        : Optional.empty();
  }

  RecordedFields fields() {
    return new RecordedFields(events);
  }

  /** Name of the event that has the answer; empty where none has. */
  Optional<String> answering() {
    return answer.flatMap(place ->
        Optional.ofNullable(place.of())
            .or(() -> Optional.ofNullable(ending.last()).map(NamedMessage::name)));
  }
}
