package io.goldenpath.inference.event;

import io.goldenpath.inference.chat.Cel;
import io.goldenpath.inference.chat.ChatMessage;
import io.goldenpath.inference.chat.Discriminator;
import io.goldenpath.inference.chat.MessagePlace;
import io.goldenpath.inference.chat.RecordedFraming;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds where the names of events stand. */
public final class EventNamer {

  /** A name that fewer messages have is not what tells them apart. */
  private static final double COVERAGE = 0.6;

  private final List<ChatMessage> messages;
  private final boolean alwaysNamed;
  private final boolean socketIo;

  private EventNamer(RecordedFraming framing, List<ChatMessage> messages) {
    this.messages = messages;
    this.alwaysNamed = !(framing instanceof RecordedFraming.Json);
    this.socketIo = framing instanceof RecordedFraming.SocketIo;
  }

  /** Names for these messages. */
  public static RecordedEvents name(RecordedFraming framing, List<ChatMessage> messages) {
    return new EventNamer(framing, messages).events();
  }

  private RecordedEvents events() {
    List<MessagePlace> places = places();
    List<NamedMessage> named = messages.stream().map(message -> named(message, places)).toList();
    return new RecordedEvents(places, NameRefinement.refine(NameRefinement.refine(named)));
  }

  private NamedMessage named(ChatMessage message, List<MessagePlace> places) {
    return places.stream()
        .filter(place -> message.word(place).isPresent())
        .findFirst()
        .map(place -> {
          String name = message.word(place).orElseThrow();
          return new NamedMessage(
              message, name, List.of(Cel.equal(place.expression(), name)), false);
        })
        .orElseGet(() -> KeyName.of(message, messages));
  }

  private List<MessagePlace> places() {
    if (socketIo) {
      return List.of(MessagePlace.NAME);
    }
    List<MessagePlace> found = new ArrayList<>();
    best(messages, true).ifPresent(found::add);
    Optional<MessagePlace> next = found.isEmpty() ? Optional.empty() : best(unnamed(found), false);
    while (next.isPresent()) {
      found.add(next.get());
      next = best(unnamed(found), false);
    }
    if (alwaysNamed) {
      found.add(MessagePlace.NAME);
    }
    return found;
  }

  private List<ChatMessage> unnamed(List<MessagePlace> places) {
    return messages.stream()
        .filter(message -> places.stream().noneMatch(place -> message.word(place).isPresent()))
        .toList();
  }

  private static Optional<MessagePlace> best(List<ChatMessage> among, boolean first) {
    Comparator<MessagePlace> order =
        Comparator.<MessagePlace>comparingLong(
                place -> first ? distinct(among, place) : count(among, place))
            .thenComparing(Comparator.comparingInt(MessagePlace::depth).reversed())
            .thenComparing(
                Comparator.<MessagePlace>comparingInt(place -> Discriminator.rank(place.key()))
                    .reversed());
    return among.stream()
        .flatMap(EventNamer::places)
        .distinct()
        .filter(place -> !first || count(among, place) >= COVERAGE * among.size())
        .max(order);
  }

  private static Stream<MessagePlace> places(ChatMessage message) {
    return message.leaves().keySet().stream()
        .filter(EventNamer::isDiscriminator)
        .filter(place -> message.word(place).isPresent());
  }

  private static boolean isDiscriminator(MessagePlace place) {
    return !place.equals(MessagePlace.NAME)
        && !place.isInList()
        && Discriminator.isKey(place.key());
  }

  private static long count(List<ChatMessage> among, MessagePlace place) {
    return among.stream().filter(message -> message.word(place).isPresent()).count();
  }

  private static long distinct(List<ChatMessage> among, MessagePlace place) {
    return among.stream().flatMap(message -> message.word(place).stream()).distinct().count();
  }
}
