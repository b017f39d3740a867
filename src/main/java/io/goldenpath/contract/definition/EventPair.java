package io.goldenpath.contract.definition;

import java.util.List;

/**
 * Pair of events that open and close something.
 *
 * @param keys What both have in common: {@code agent}, {@code tool}, or JSON pointers.
 */
public record EventPair(String opens, String closes, List<String> keys) {

  public EventPair {
    keys = List.copyOf(keys);
  }

  public boolean has(String event) {
    return event.equals(opens) || event.equals(closes);
  }
}
