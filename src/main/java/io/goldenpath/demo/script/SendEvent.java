package io.goldenpath.demo.script;

import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** Sends an agent's event: the action that faults find in a script and rewrite. */
public record SendEvent(DemoEvent event, EventEnvelope envelope) implements ScriptAction {

  @Override
  public boolean on(ConnectionControl connection) {
    return connection.send(frame(connection.now()));
  }

  public boolean sends(String type) {
    return event.type().equals(type);
  }

  public ObjectNode frame(Instant now) {
    return envelope.wrap(event, now);
  }
}
