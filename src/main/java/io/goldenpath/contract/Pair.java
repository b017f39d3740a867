package io.goldenpath.contract;

import java.util.List;

/**
 * Two events between which something is open.
 *
 * @param opens Announces it.
 * @param closes Reports its end.
 * @param keys What both have in common: {@code agent}, {@code tool}, or JSON pointers.
 */
public record Pair(String opens, String closes, List<String> keys) {

  public Pair {
    keys = List.copyOf(keys);
  }

  boolean has(String event) {
    return event.equals(opens) || event.equals(closes);
  }
}
