package io.goldenpath.catalogue.relay;

/** Where on the path the relay plays a fault. */
public enum RelayPlace {
  /** In the reply to the login. */
  LOGIN,
  /** In the reply to the upgrade. */
  UPGRADE,
  /** In place of the first frame. */
  WELCOME,
  /** As soon as the client has sent its message. */
  SEND,
  /** In place of the second event of the agent. */
  EVENTS,
  /** In place of the answer to the client's close. */
  CLOSE
}
