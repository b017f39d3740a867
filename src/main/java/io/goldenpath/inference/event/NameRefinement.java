package io.goldenpath.inference.event;

import io.goldenpath.inference.chat.Cel;
import io.goldenpath.inference.chat.Discriminator;
import io.goldenpath.inference.chat.MessagePlace;
import io.goldenpath.inference.chat.MessagePlace.Root;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Tells messages of one name apart by a second word, or by a truth such as {@code done}. */
final class NameRefinement {

  /** A place with more words than these holds a text rather than a name. */
  private static final int MOST_WORDS = 8;

  private NameRefinement() {}

  static List<NamedMessage> refine(List<NamedMessage> messages) {
    Map<String, Optional<MessagePlace>> places =
        messages.stream()
            .collect(
                Collectors.groupingBy(
                    NamedMessage::name,
                    Collectors.collectingAndThen(Collectors.toList(), NameRefinement::place)));
    return messages.stream()
        .map(named ->
            places
                .getOrDefault(named.name(), Optional.empty())
                .map(place -> refined(named, place))
                .orElse(named))
        .toList();
  }

  private static NamedMessage refined(NamedMessage named, MessagePlace place) {
    JsonNode value = named.message().leaves().get(place);
    if (value == null || value.isBoolean()) {
      return value != null && value.booleanValue()
          ? named.refined(place.key(), place.expression() + " == true")
          : named;
    }
    return named.refined(value.asString(), Cel.equal(place.expression(), value.asString()));
  }

  private static Optional<MessagePlace> place(List<NamedMessage> group) {
    if (group.size() < 2) {
      return Optional.empty();
    }
    return group.stream()
        .flatMap(named -> named.message().leaves().keySet().stream())
        .distinct()
        .filter(place -> !place.isInList() && !place.equals(MessagePlace.NAME))
        .filter(place -> isFlag(group, place) || isWord(group, place))
        .min(
            Comparator.comparingInt(MessagePlace::depth)
                .thenComparingInt(place -> Discriminator.rank(place.key())));
  }

  private static boolean isFlag(List<NamedMessage> group, MessagePlace place) {
    List<Boolean> values =
        group.stream()
            .map(named -> named.message().leaves().get(place))
            .map(value -> value != null && value.isBoolean() && value.booleanValue())
            .toList();
    return Discriminator.isFlag(place.key()) && values.contains(true) && values.contains(false);
  }

  private static boolean isWord(List<NamedMessage> group, MessagePlace place) {
    boolean argument =
        place.root() == Root.ARGS
            && place.path().equals(List.of("0"))
            && group.stream().allMatch(named -> named.message().envelope().args().size() > 1);
    if (!argument && !Discriminator.isKey(place.key())) {
      return false;
    }
    List<String> words =
        group.stream().flatMap(named -> named.message().word(place).stream()).toList();
    long distinct = words.stream().distinct().count();
    return words.size() == group.size() && distinct > 1 && distinct <= MOST_WORDS;
  }
}
