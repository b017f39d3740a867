package io.goldenpath.contract.definition;

import java.util.List;

/**
 * What ends a run.
 *
 * @param events Names of the events that do; none where the dialect says it by itself.
 */
public record Terminal(List<String> events) {

  /** Whatever made the dialect say that the run ended. */
  public static final Terminal END = new Terminal(List.of());

  /** How contracts write {@link #END}. */
  public static final String END_NAME = "end";

  public Terminal {
    events = List.copyOf(events);
  }

  public static Terminal of(String... events) {
    return new Terminal(List.of(events));
  }

  /** Whether no event ends a run, but what the dialect says. */
  public boolean isEnd() {
    return events.isEmpty();
  }

  public boolean has(String event) {
    return events.contains(event);
  }
}
