package io.goldenpath.demo;

import java.time.Instant;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/** The five events of a handler behind which nobody works: equal gaps, ready-made texts. */
final class Canned {

  private static final int FIRST_MILLIS = 10;
  private static final int GAP_MILLIS = 100;
  private static final String PROGRESS = "agent_progress";
  private static final String TOOL = "analysis_tool";

  private final Visitor visitor;
  private final String turn = Ids.unique("turn");

  private Canned(Visitor visitor) {
    this.visitor = visitor;
  }

  static Script of(String text, Visitor visitor) {
    Canned canned = new Canned(visitor);
    return Script.of(
        canned.cue(
            FIRST_MILLIS,
            "system_message",
            Event.STARTED,
            data -> data.put("status", "Agent execution started")),
        canned.cue(
            GAP_MILLIS,
            PROGRESS,
            Event.THINKING,
            data -> data.put("status", "Agent is analyzing request")),
        canned.cue(
            GAP_MILLIS,
            PROGRESS,
            Event.EXECUTING,
            data -> data.put("status", "Executing analysis tools").put("tool_name", TOOL)),
        canned.cue(
            GAP_MILLIS,
            PROGRESS,
            Event.EXECUTED,
            data -> data.put("tool_name", TOOL).put("result", "Analysis complete")),
        canned.cue(
            GAP_MILLIS,
            "agent_response_complete",
            Event.COMPLETED,
            data -> reply(data, "Agent response for: " + text)));
  }

  /** What the fallback agent makes of a run. */
  static Script fallback(Script run, String text) {
    Script flat =
        run.retold(tell ->
            new Act.Tell(
                withTool(tell.event().by("ChatAgent"), "response_generator"), Envelopes.FLAT));
    return Answers.replaced(flat, "Agent processed your message: '" + text + "'");
  }

  /** The event with this tool for the one that it names, if it names any. */
  static Event withTool(Event event, String tool) {
    return event.with(body -> {
      if (body.has("tool_name")) {
        body.put("tool_name", tool);
      }
    });
  }

  private static ObjectNode reply(ObjectNode data, String text) {
    data.put("status", "success").put("content", text).put("message", text);
    data.putArray("agents_involved").add("triage");
    return data.put("orchestration_time", 0.8)
        .put("response_time", 0.8)
        .put("real_llm_used", false);
  }

  private Cue cue(int gap, String type, String event, UnaryOperator<ObjectNode> fill) {
    return Cue.at(gap, new Act.Say(now -> Frames.server(type, data(event, fill, now), now)));
  }

  private ObjectNode data(String event, UnaryOperator<ObjectNode> fill, Instant now) {
    return fill.apply(Json.object().put("event", event).put("type", event))
        .put("user_id", visitor.id())
        .put("turn_id", turn)
        .put("timestamp", Json.seconds(now));
  }
}
