package io.goldenpath.contract.definition;

import java.util.List;
import java.util.stream.Stream;

/**
 * Pair of events that open and close something.
 *
 * @param keys What both have in common.
 */
public record EventPair(String opens, String closes, List<Key> keys) {

  /** No pair: no event has these names. */
  public static final EventPair NONE = new EventPair("", "", List.of());

  public EventPair {
    keys = List.copyOf(keys);
  }

  /** A pair whose keys stand at the same place in both events. */
  public static EventPair of(String opens, String closes, String... keys) {
    return new EventPair(opens, closes, Stream.of(keys).map(Key::of).toList());
  }

  public boolean has(String event) {
    return event.equals(opens) || event.equals(closes);
  }

  /** Where the keys stand in an event of this name. */
  public List<String> places(String event) {
    return keys.stream().map(key -> event.equals(opens) ? key.opens() : key.closes()).toList();
  }

  /** Whether an event of this name opens or closes as many as its list has items with a key. */
  public boolean isOfItems(String event) {
    return places(event).stream().anyMatch(place -> place.contains(Key.EACH_ITEM));
  }

  /**
   * A value in common: {@code agent}, {@code tool}, {@code call}, or a JSON pointer, of which
   * {@code *} stands for each item of a list.
   *
   * @param opens Where it is in the event that opens.
   * @param closes Where it is in the event that closes.
   */
  public record Key(String opens, String closes) {

    public static final String EACH_ITEM = "/*";

    public static Key of(String both) {
      return new Key(both, both);
    }
  }
}
