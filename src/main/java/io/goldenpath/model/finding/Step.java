package io.goldenpath.model.finding;

import java.util.Locale;

/** Steps of the path, in the order in which a user passes them. */
public enum Step {
  LOGIN,
  CONNECT,
  WELCOME,
  SEND,
  EVENTS,
  ANSWER,
  CLOSE,
  RECONNECT;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
