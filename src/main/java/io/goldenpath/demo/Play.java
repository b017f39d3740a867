package io.goldenpath.demo;

/** Where a behaviour takes effect, and what it does there. */
sealed interface Play {

  /** Changes the reply to a login. */
  record AtLogin(LoginTwist twist) implements Play {}

  /** Changes what happens when a connection has been opened. */
  record AtWelcome(Twist twist) implements Play {}

  /** Changes what a message sets off. */
  record AtMessage(Twist twist) implements Play {}
}
