package io.goldenpath.contract.stream;

import io.goldenpath.contract.definition.EventPair;
import io.goldenpath.contract.event.AgentEvent;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.FrameFields;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Key that the two events of a pair share; a part is null where the event does not say. */
public record PairKey(List<@Nullable String> parts) {

  /** Bound of what one event opens or closes. */
  private static final int ITEMS = 200;

  /** One for each item of a list, where the pair's keys are in one. */
  static List<PairKey> all(EventPair pair, AgentEvent event, FrameFields fields) {
    List<String> at = pair.places(event.name());
    return !pair.isOfItems(event.name())
        ? List.of(of(at, event.agent(), event.tool(), fields))
        : items(at, fields)
            .limit(ITEMS)
            .map(places -> of(places, event.agent(), event.tool(), fields))
            .filter(PairKey::complete)
            .toList();
  }

  static PairKey of(EventPair pair, FrameContent.ErrorSource source) {
    return of(pair.places(pair.closes()), source.agent(), source.tool(), FrameFields.NONE);
  }

  private static PairKey of(
      List<String> places, @Nullable String agent, @Nullable String tool, FrameFields fields) {
    List<@Nullable String> parts = new ArrayList<>(places.size());
    for (String place : places) {
      parts.add(
          switch (place) {
            case "agent" -> agent;
            case "tool" -> tool;
            default -> {
              Object value = fields.at(place);
              yield value == null ? null : value.toString();
            }
          });
    }
    return new PairKey(parts);
  }

  /** The places with the number of an item for each star. */
  private static Stream<List<String>> items(List<String> places, FrameFields fields) {
    return places.stream()
        .filter(place -> place.contains(EventPair.Key.EACH_ITEM))
        .findFirst()
        .map(place -> place.substring(0, place.indexOf(EventPair.Key.EACH_ITEM)))
        .map(list ->
            IntStream.range(0, fields.at(list) instanceof List<?> items ? items.size() : 0)
                .mapToObj(item -> inItem(places, list, item))
                .flatMap(numbered -> items(numbered, fields)))
        .orElseGet(() -> Stream.of(places));
  }

  private static List<String> inItem(List<String> places, String list, int item) {
    String each = list + EventPair.Key.EACH_ITEM;
    return places.stream()
        .map(place ->
            place.startsWith(each) ? list + "/" + item + place.substring(each.length()) : place)
        .toList();
  }

  boolean complete() {
    return !parts.contains(null);
  }

  /** A part that one event does not say matches anything. */
  boolean matches(PairKey other) {
    return IntStream.range(0, Math.min(parts.size(), other.parts.size()))
        .noneMatch(i -> {
          String mine = parts.get(i);
          String theirs = other.parts.get(i);
          return mine != null && theirs != null && !mine.equals(theirs);
        });
  }
}
