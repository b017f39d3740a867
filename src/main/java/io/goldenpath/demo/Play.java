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

  /** Changes what happens when a user is back who has just been here. */
  record AtReturn(Twist twist) implements Play {}

  /** Answers the upgrade of a user who is back, in the socket's place. */
  record AtReturningUpgrade(UpgradeReply reply) implements Play {}

  /** Lets a user in whose token has this flaw. */
  record AtBadToken(Flaw flaw) implements Play {}

  /** Answers an upgrade with a bad token in the socket's place. */
  record AtRefusedUpgrade(UpgradeReply reply) implements Play {}

  /** Changes how a user is told that the token is bad. */
  record AtRefusal(Twist twist) implements Play {}

  /** Counts bad tokens, and shuts everybody out after too many. */
  record AtBreaker() implements Play {}

  /** Leaves sockets open whose user logs out. */
  record AtLogout() implements Play {}

  /** Is what happens on a malformed message. */
  record AtMalformed(Script script) implements Play {}

  /** Is what happens on the first message too many within a moment. */
  record AtBurst(Script script) implements Play {}

  /** Keeps what could not be told for the user's next connection, and changes it. */
  record AtLoss(UnaryOperator<Script> change) implements Play {}

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
