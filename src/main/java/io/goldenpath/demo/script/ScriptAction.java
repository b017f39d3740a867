package io.goldenpath.demo.script;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.web.socket.WebSocketMessage;
import tools.jackson.databind.node.ObjectNode;

/** One thing that the platform does on a connection. */
@FunctionalInterface
public interface ScriptAction {

  /** Whether it could be done; where not, the connection is over. */
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

  /** Writes a message as it stands, in these parts. */
  static ScriptAction write(List<? extends WebSocketMessage<?>> parts) {
    return connection -> connection.write(parts);
  }
}
