package io.goldenpath.demo;

import java.util.function.UnaryOperator;

/** Where a behaviour takes effect, and what it does there. */
sealed interface Play {

  /** Changes the reply to a login. */
  record AtLogin(LoginTwist twist) implements Play {}

  /** Answers an upgrade in the socket's place. */
  record AtUpgrade(UpgradeReply reply) implements Play {}

  /** Changes what happens when a connection has been opened. */
  record AtWelcome(Twist twist) implements Play {}

  /** Changes what a message sets off. */
  record AtMessage(Twist twist) implements Play {}

  /** Rewrites the greeting, whoever comes. */
  static Play greeting(UnaryOperator<Script> change) {
    return new AtWelcome((good, _) -> change.apply(good));
  }

  /** Rewrites the run, whatever was asked. */
  static Play run(UnaryOperator<Script> change) {
    return new AtMessage((good, _) -> change.apply(good));
  }

  /** Tells each event of the run in this shape. */
  static Play told(Envelope envelope) {
    return run(good -> good.retold(tell -> new Act.Tell(tell.event(), envelope)));
  }
}
