package io.goldenpath.regression;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonKey;

/**
 * From one event to the next.
 *
 * @param from Empty for the sent message.
 */
record EventTransition(String from, String to) {

  private static final char BETWEEN = '\n';

  /** From its text as a key of JSON. */
  @JsonCreator
  static EventTransition of(String key) {
    int between = key.indexOf(BETWEEN);
    return new EventTransition(key.substring(0, between), key.substring(between + 1));
  }

  @JsonKey
  String key() {
    return from + BETWEEN + to;
  }
}
