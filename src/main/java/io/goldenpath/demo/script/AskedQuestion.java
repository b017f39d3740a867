package io.goldenpath.demo.script;

import java.util.List;

/** Question of a user, with the ids of the run that answers it. */
public record AskedQuestion(DemoRunIds ids, String text) {

  public UserRequest request() {
    return UserRequest.of(text);
  }

  /** The events of a run without a fault. */
  public List<DemoEvent> events() {
    return AgentScript.events(request(), ids);
  }

  public Script script(AgentPace pace) {
    return AgentScript.of(events(), pace);
  }
}
