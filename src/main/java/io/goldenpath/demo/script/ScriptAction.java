package io.goldenpath.demo.script;

import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** Action of a script on its connection. */
@FunctionalInterface
public interface ScriptAction {

  /** False when the connection is over. */
  boolean on(ConnectionControl connection);

  static ScriptAction of(Consumer<ConnectionControl> action) {
    return connection -> {
      action.accept(connection);
      return true;
    };
  }

  static ScriptAction send(Function<Instant, ObjectNode> frame) {
    return connection -> connection.send(frame.apply(connection.now()));
  }
}
