package io.goldenpath.framing.socketio;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Acknowledgements that the server was asked for, by their ids, which count from 1. */
final class Acknowledgements {

  /** Events of more names than these are not remembered at once. */
  private static final int MOST_NAMES = 64;

  private final BitSet answered = new BitSet();
  private final Map<String, Integer> latest = new LinkedHashMap<>();
  private int last;

  /** Id that asks for the acknowledgement of this event. */
  int ask(String event) {
    last++;
    latest.remove(event);
    latest.put(event, last);
    if (latest.size() > MOST_NAMES) {
      latest.remove(latest.keySet().iterator().next());
    }
    return last;
  }

  /** What an acknowledgement of this id answers. */
  Answer answered(@Nullable String id) {
    int number = id != null && id.length() < 10 ? Integer.parseInt(id) : 0;
    if (number == 0 || number > last) {
      return new Answer.Unasked();
    }
    if (answered.get(number)) {
      return new Answer.Repeated();
    }
    answered.set(number);
    return latest.entrySet().stream()
        .filter(asked -> asked.getValue() == number)
        .findFirst()
        .<Answer>map(asked -> new Answer.Of(asked.getKey()))
        .orElseGet(Answer.Earlier::new);
  }

  /** What an acknowledgement answers. */
  sealed interface Answer {

    /** The latest event of this name. */
    record Of(String event) implements Answer {}

    /** An event after which another of its name was sent. */
    record Earlier() implements Answer {}

    /** An event that was acknowledged before. */
    record Repeated() implements Answer {}

    /** No event of ours that asked for it. */
    record Unasked() implements Answer {}
  }
}
