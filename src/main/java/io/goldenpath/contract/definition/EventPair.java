package io.goldenpath.contract.definition;

import java.util.List;

/**
 * Two events between which something is open.
 *
 * @param opens Announces it.
 * @param closes Reports its end.
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
