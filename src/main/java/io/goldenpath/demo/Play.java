package io.goldenpath.demo;

import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/** Where a behaviour takes effect, and what it does there. */
sealed interface Play {

  /** Changes the reply to a login. */
  record AtLogin(LoginTwist twist) implements Play {}

  /** Answers an upgrade in the socket's place. */
  record AtUpgrade(UpgradeReply reply) implements Play {}

  /**
   * Changes what happens when a connection has been opened.
   *
   * @param company Whether it takes somebody else who is connected.
   */
  record AtWelcome(Twist twist, boolean company) implements Play {

    AtWelcome(Twist twist) {
      this(twist, false);
    }
  }

  /**
   * Changes what a message sets off.
   *
   * @param company Whether it takes somebody else who has asked something.
   */
  record AtMessage(Twist twist, boolean company) implements Play {

    AtMessage(Twist twist) {
      this(twist, false);
    }
  }

  /** Changes whatever is said on a connection. */
  record AtSpeech(UnaryOperator<ObjectNode> change) implements Play {}

  /** Serves a message in a conversation that is another user's. */
  record AtForeignThread() implements Play {}

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
