package io.goldenpath.demo.script;

import java.time.Instant;

/** Something that a user did on the platform. */
public record DemoActivity(Instant at, Kind kind, String user, String detail) {

  public enum Kind {
    LOGIN,
    LOGIN_REFUSED,
    /** The detail is the names of the request's headers. */
    UPGRADE,
    CONNECTED,
    TURNED_AWAY,
    /** The detail is the message's type. */
    MESSAGE,
    /** The detail is the close code that was received, 1006 for none. */
    CLOSED,
    /** The detail is the close code that was sent, 1006 for none. */
    CLOSED_BY_US,
    LOGOUT,
    /** One bad token too many: nobody is let in for a while. */
    BREAKER_OPENED
  }
}
