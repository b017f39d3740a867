package io.goldenpath.demo.script;

import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** Event of an agent, whatever envelope carries it. */
public record DemoEvent(String type, String agent, DemoRunIds ids, ObjectNode body) {

  public static final String STARTED = "agent_started";
  public static final String THINKING = "agent_thinking";
  public static final String EXECUTING = "tool_executing";
  public static final String EXECUTED = "tool_completed";
  public static final String COMPLETED = "agent_completed";

  public DemoEvent with(Consumer<ObjectNode> change) {
    ObjectNode changed = body.deepCopy();
    change.accept(changed);
    return new DemoEvent(type, agent, ids, changed);
  }

  public DemoEvent by(String other) {
    return new DemoEvent(type, other, ids, body);
  }

  public DemoEvent named(String other) {
    return new DemoEvent(other, agent, ids, body);
  }
}
