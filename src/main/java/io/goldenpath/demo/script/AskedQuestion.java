package io.goldenpath.demo.script;

import java.util.List;

/** A question, and what is known by it. */
public record AskedQuestion(DemoRunIds ids, String text) {

  public UserRequest request() {
    return UserRequest.of(text);
  }

  /** What the agents send when nothing is wrong. */
  public List<DemoEvent> events() {
    return AgentScript.events(request(), ids);
  }

  /** The same in its time. */
  public Script script(AgentPace pace) {
    return AgentScript.of(events(), pace);
  }
}
