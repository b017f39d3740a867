package io.goldenpath.demo.script;

import tools.jackson.databind.node.ObjectNode;

/** Five events of a handler without an agent: equal gaps, ready-made texts. */
public final class CannedScript {

  private static final int FIRST_MILLIS = 10;
  private static final int GAP_MILLIS = 100;
  private static final String PROGRESS = "agent_progress";

  private final DemoUser user;
  private final String turn = DemoRunIds.unique("turn");

  private CannedScript(DemoUser user) {
    this.user = user;
  }

  public static Script of(String text, DemoUser user) {
    CannedScript canned = new CannedScript(user);
    ObjectNode started = DemoJson.object().put("status", "Agent execution started");
    ObjectNode thinking = DemoJson.object().put("status", "Agent is analyzing request");
    ObjectNode executing = tool().put("status", "Executing analysis tools");
    ObjectNode executed = tool().put("result", "Analysis complete");
    return Script.of(
        canned.step(FIRST_MILLIS, "system_message", DemoEvent.STARTED, started),
        canned.step(GAP_MILLIS, PROGRESS, DemoEvent.THINKING, thinking),
        canned.step(GAP_MILLIS, PROGRESS, DemoEvent.EXECUTING, executing),
        canned.step(GAP_MILLIS, PROGRESS, DemoEvent.EXECUTED, executed),
        canned.step(GAP_MILLIS, "agent_response_complete", DemoEvent.COMPLETED, answer(text)));
  }

  private static ObjectNode tool() {
    return DemoJson.object().put("tool_name", "analysis_tool");
  }

  private static ObjectNode answer(String text) {
    String answer = "Agent response for: " + text;
    ObjectNode data =
        DemoJson.object().put("status", "success").put("content", answer).put("message", answer);
    data.putArray("agents_involved").add("triage");
    return data.put("orchestration_time", 0.8)
        .put("response_time", 0.8)
        .put("real_llm_used", false);
  }

  private ScriptStep step(int gap, String type, String event, ObjectNode data) {
    data.put("event", event).put("type", event).put("user_id", user.id()).put("turn_id", turn);
    return ScriptStep.frame(
        gap, now -> ServerFrames.server(type, data.put("timestamp", DemoJson.seconds(now)), now));
  }
}
