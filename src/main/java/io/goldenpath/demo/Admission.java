package io.goldenpath.demo;

/** Whether a connection is let in. */
sealed interface Admission {

  /** Whom the connection belongs to, or claims to. */
  Visitor visitor();

  /** Let in. */
  record Admitted(Visitor visitor) implements Admission {}

  /** Refused for this flaw of the token. */
  record TurnedAway(Visitor visitor, Flaw flaw) implements Admission {}

  /** Refused whatever the token is. */
  record ShutOut(Visitor visitor) implements Admission {}
}
