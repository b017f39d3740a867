package io.goldenpath.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What the agents tell of a run that goes well. */
final class Tale {

  private static final String OUTER = "supervisor";
  private static final String TOOL = "calculator";
  private static final List<String> TOOLS =
      List.of("search", "calendar", "mail", "browser", "archive", "notes", "translator");

  private final Understood request;
  private final Ids ids;
  private final List<Event> events = new ArrayList<>();

  private Tale(Understood request, Ids ids) {
    this.request = request;
    this.ids = ids;
  }

  /** The events alone. */
  static List<Event> of(Understood request, Ids ids) {
    Tale tale = new Tale(request, ids);
    return request.several() ? tale.several() : tale.alone();
  }

  static Script of(Understood request, Ids ids, Pace pace) {
    return of(of(request, ids), pace);
  }

  /** Of an agent that has much to do: thirty events in the time of five. */
  static Script busy(Understood request, Ids ids, Pace pace) {
    return of(new Tale(request, ids).busy(), pace);
  }

  private static Script of(List<Event> events, Pace pace) {
    List<Duration> gaps = pace.gaps(events.size());
    List<Cue> cues = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      cues.add(new Cue(gaps.get(i), new Act.Tell(events.get(i), Envelope.STANDARD)));
    }
    return new Script(cues);
  }

  private List<Event> alone() {
    started(OUTER);
    thinking(OUTER, "I read the message and see what is asked of me.");
    tool(OUTER);
    completed(OUTER, request.answer());
    return events;
  }

  private List<Event> several() {
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

  private List<Event> busy() {
    started(OUTER);
    thinking(OUTER, "There is much to look up.");
    thinking(OUTER, "I begin with what is furthest away.");
    for (String tool : TOOLS) {
      thinking(OUTER, "Now for the " + tool + ".");
      add(Event.EXECUTING, OUTER, Json.object().put("tool_name", tool).put("status", "executing"));
      ObjectNode executed = Json.object().put("tool_name", tool).put("status", "completed");
      executed.putObject("result").put("found", tool.length());
      add(Event.EXECUTED, OUTER, executed);
    }
    thinking(OUTER, "It remains to add up.");
    tool(OUTER);
    thinking(OUTER, "I look over it once more.");
    thinking(OUTER, "That is all.");
    completed(OUTER, request.answer());
    return events;
  }

  private void started(String agent) {
    ObjectNode body = Json.object().put("status", "started");
    body.putObject("context");
    add(Event.STARTED, agent, body.put("message", agent + " has started processing your request"));
  }

  private void thinking(String agent, String thought) {
    add(
        Event.THINKING,
        agent,
        Json.object()
            .put("reasoning", thought)
            .put("step_number", 1)
            .put("progress_percentage", 25.0)
            .put("status", "thinking"));
  }

  private void tool(String agent) {
    Understood.Addition addition = request.addition();
    ObjectNode executing = Json.object().put("tool_name", TOOL);
    ObjectNode parameters = executing.putObject("parameters");
    ObjectNode executed = Json.object().put("tool_name", TOOL);
    ObjectNode result = executed.putObject("result");
    if (addition != null) {
      parameters.put("a", addition.a()).put("b", addition.b());
      result.put("sum", addition.sum());
    }
    add(
        Event.EXECUTING,
        agent,
        executing.put("status", "executing").put("message", "Using " + TOOL));
    executed
        .put("execution_time_ms", 112.4)
        .put("status", "completed")
        .put("message", TOOL + " is done");
    add(Event.EXECUTED, agent, executed);
  }

  private void completed(String agent, String result) {
    add(
        Event.COMPLETED,
        agent,
        Json.object()
            .put("status", "completed")
            .put("result", result)
            .put("execution_time_ms", 731.0)
            .put("message", agent + " has completed your request"));
  }

  private void add(String type, String agent, ObjectNode body) {
    events.add(new Event(type, agent, ids, body));
  }
}
