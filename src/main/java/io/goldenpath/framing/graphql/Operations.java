package io.goldenpath.framing.graphql;

import java.util.BitSet;
import java.util.Optional;
import java.util.regex.Pattern;

/** The operations of one connection, whose ids are their numbers. */
final class Operations {

  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

  private final BitSet ended = new BitSet();
  private int latest;

  /** Id of a new operation. */
  String begin() {
    latest++;
    return Integer.toString(latest);
  }

  /** The operation of this id has ended, if it is one of ours. */
  void end(String id) {
    ended.set(number(id));
  }

  /** Id of the latest one while it has not ended. */
  Optional<String> open() {
    return Optional.of(Integer.toString(latest)).filter(id -> state(id) == State.LATEST);
  }

  State state(String id) {
    int number = number(id);
    if (number == 0) {
      return State.UNKNOWN;
    }
    if (ended.get(number)) {
      return State.ENDED;
    }
    return number == latest ? State.LATEST : State.EARLIER;
  }

  /** 0 for an id that is none of ours. */
  private int number(String id) {
    int number = NUMBER.matcher(id).matches() ? Integer.parseInt(id) : 0;
    return number <= latest ? number : 0;
  }

  /** What an id stands for. */
  enum State {
    UNKNOWN,
    ENDED,
    EARLIER,
    LATEST
  }
}
