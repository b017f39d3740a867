package io.goldenpath.demo;

import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an agent has to say, whatever envelope carries it.
 *
 * @param type Name of the event, such as {@code agent_started}.
 * @param agent Which agent speaks.
 * @param ids Of which run.
 * @param body The rest, in the words of the platform's standard envelope.
 */
record Event(String type, String agent, Ids ids, ObjectNode body) {

  static final String STARTED = "agent_started";
  static final String THINKING = "agent_thinking";
  static final String EXECUTING = "tool_executing";
  static final String EXECUTED = "tool_completed";
  static final String COMPLETED = "agent_completed";

  Event with(Consumer<ObjectNode> change) {
    ObjectNode changed = body.deepCopy();
    change.accept(changed);
    return new Event(type, agent, ids, changed);
  }

  /** The same of another agent. */
  Event by(String other) {
    return new Event(type, other, ids, body);
  }

  /** The same under another name. */
  Event named(String other) {
    return new Event(other, agent, ids, body);
  }

  Event with(Ids others) {
    return new Event(type, agent, others, body);
  }
}
