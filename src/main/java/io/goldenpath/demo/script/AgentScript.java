package io.goldenpath.demo.script;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The events of a run that goes well. */
public final class AgentScript {

  private static final String OUTER = "supervisor";
  private static final String TOOL = "calculator";

  private final UserRequest request;
  private final DemoRunIds ids;
  private final List<DemoEvent> events = new ArrayList<>();

  private AgentScript(UserRequest request, DemoRunIds ids) {
    this.request = request;
    this.ids = ids;
  }

  static List<DemoEvent> events(UserRequest request, DemoRunIds ids) {
    AgentScript script = new AgentScript(request, ids);
    return request.several() ? script.several() : script.alone();
  }

  public static Script of(List<DemoEvent> events, AgentPace pace) {
    List<Duration> gaps = pace.gaps(events.size());
    List<ScriptStep> steps = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      steps.add(new ScriptStep(gaps.get(i), new SendEvent(events.get(i), EventEnvelope.STANDARD)));
    }
    return new Script(steps);
  }

  private List<DemoEvent> alone() {
    started(OUTER);
    thinking(OUTER, "I read the message and see what is asked of me.");
    tool(OUTER);
    completed(OUTER, request.answer());
    return events;
  }

  private List<DemoEvent> several() {
    started(OUTER);
    thinking(OUTER, "This takes more than one of us.");
    started("triage");
    thinking("triage", "One part is to be repeated, the other to be added up.");
    completed("triage", "Sorted.");
    started("reporting");
    tool("reporting");
    completed("reporting", "Written up.");
    completed(OUTER, request.answer());
    return events;
  }

  private void started(String agent) {
    ObjectNode body = DemoJson.object().put("status", "started");
    body.putObject("context");
    add(
        DemoEvent.STARTED,
        agent,
        body.put("message", agent + " has started processing your request"));
  }

  private void thinking(String agent, String thought) {
    add(
        DemoEvent.THINKING,
        agent,
        DemoJson.object()
            .put("reasoning", thought)
            .put("step_number", 1)
            .put("progress_percentage", 25.0)
            .put("status", "thinking"));
  }

  private void tool(String agent) {
    UserRequest.Addition addition = request.addition();
    ObjectNode executing = DemoJson.object().put("tool_name", TOOL);
    ObjectNode parameters = executing.putObject("parameters");
    ObjectNode executed = DemoJson.object().put("tool_name", TOOL);
    ObjectNode result = executed.putObject("result");
    if (addition != null) {
      parameters.put("a", addition.a()).put("b", addition.b());
      result.put("sum", addition.sum());
    }
    add(
        DemoEvent.EXECUTING,
        agent,
        executing.put("status", "executing").put("message", "Using " + TOOL));
    executed
        .put("execution_time_ms", 112.4)
        .put("status", "completed")
        .put("message", TOOL + " is done");
    add(DemoEvent.EXECUTED, agent, executed);
  }

  private void completed(String agent, String result) {
    add(
        DemoEvent.COMPLETED,
        agent,
        DemoJson.object()
            .put("status", "completed")
            .put("result", result)
            .put("execution_time_ms", 731.0)
            .put("message", agent + " has completed your request"));
  }

  private void add(String type, String agent, ObjectNode body) {
    events.add(new DemoEvent(type, agent, ids, body));
  }
}
