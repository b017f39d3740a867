package io.goldenpath.demo.platform;

import io.goldenpath.demo.script.AskedQuestion;
import io.goldenpath.demo.script.ClientMessage;
import io.goldenpath.demo.script.DemoAccount;
import io.goldenpath.demo.script.DemoState;
import io.goldenpath.demo.script.DemoUser;
import io.goldenpath.demo.script.Script;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/** Where a behaviour takes effect, and what it does there. */
public sealed interface FaultHook {

  /** Rewrites a script that would have gone well. */
  @FunctionalInterface
  interface ScriptChange {
    Script apply(Script good, ScriptContext context);

    static Script all(List<ScriptChange> changes, Script good, ScriptContext context) {
      Script script = good;
      for (ScriptChange change : changes) {
        script = change.apply(script, context);
      }
      return script;
    }
  }

  /** Changes the reply to a login that would have gone well. */
  @FunctionalInterface
  interface LoginChange {
    DemoReply apply(DemoReply good, DemoAccount account, DemoTokens tokens);
  }

  /** Changes the reply to a login. */
  record AtLogin(LoginChange change) implements FaultHook {}

  /** Answers such an upgrade in the socket's place. */
  record AtUpgrade(BiPredicate<Admission, DemoState> when, DemoReply reply) implements FaultHook {

    public AtUpgrade(DemoReply reply) {
      this((_, _) -> true, reply);
    }
  }

  /** Changes who is let in. */
  record AtAdmission(Predicate<Admission> when, BiFunction<Admission, DemoState, Admission> change)
      implements FaultHook {}

  /** Changes what happens when a connection has been opened, perhaps only to returning users. */
  record AtWelcome(ScriptChange change, boolean returning) implements FaultHook {

    public AtWelcome(ScriptChange change) {
      this(change, false);
    }
  }

  /** Changes how a user is told that the token is bad. */
  record AtRefusal(ScriptChange change) implements FaultHook {}

  /** Plays this script in place of an answer to such a message. */
  record AtReceived(Predicate<Received> when, Script script) implements FaultHook {}

  record Received(DemoUser user, ClientMessage message, Instant at) {}

  /** Changes what a question sets off. */
  record AtMessage(ScriptChange change) implements FaultHook {}

  /** Serves a question in the conversation of another, and changes what it sets off. */
  record AtForeignThread(BiFunction<Script, AskedQuestion, Script> change) implements FaultHook {}

  /** Receives the unsent rest of a run whose connection was lost. */
  record AtLoss(BiConsumer<Script, ScriptContext> lost) implements FaultHook {}

  /** Changes whatever is sent on a connection. */
  record AtSend(UnaryOperator<ObjectNode> change) implements FaultHook {}

  /** Leaves sockets open whose user logs out. */
  record AtLogout() implements FaultHook {}

  static FaultHook welcome(UnaryOperator<Script> change) {
    return new AtWelcome((good, _) -> change.apply(good));
  }

  static FaultHook run(UnaryOperator<Script> change) {
    return new AtMessage((good, _) -> change.apply(good));
  }
}
