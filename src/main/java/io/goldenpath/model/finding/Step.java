package io.goldenpath.model.finding;

/** Steps of the path, in the order in which a user passes them. */
public enum Step implements Labelled {
  LOGIN,
  CONNECT,
  WELCOME,
  SEND,
  EVENTS,
  ANSWER,
  CLOSE,
  RECONNECT;
}
