package io.goldenpath.demo;

/** Whether a connection is let in. */
sealed interface Admission {

  /** Let in, as this visitor. */
  record Admitted(Visitor visitor) implements Admission {}

  /** Not let in; the code and the reason go into a frame. */
  record TurnedAway(String code, String reason) implements Admission {}
}
