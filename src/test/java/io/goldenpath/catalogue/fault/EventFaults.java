package io.goldenpath.catalogue.fault;

import static io.goldenpath.catalogue.change.ScriptEdits.before;
import static io.goldenpath.catalogue.change.ScriptEdits.withEnvelope;

import io.goldenpath.catalogue.change.BehaviourGroup;
import io.goldenpath.catalogue.change.ScriptEdits;
import io.goldenpath.catalogue.change.TimingChanges;
import io.goldenpath.demo.platform.DemoBehaviour;
import io.goldenpath.demo.platform.FaultHook;
import io.goldenpath.demo.script.DemoEvent;
import io.goldenpath.demo.script.EventEnvelope;
import io.goldenpath.demo.script.Script;
import io.goldenpath.demo.script.ScriptStep;
import io.goldenpath.demo.script.SendEvent;
import java.time.Duration;
import java.util.List;
import org.springframework.web.socket.BinaryMessage;

/** What is wrong with an event, or with its place among the others. */
public final class EventFaults {

  public static final BehaviourGroup GROUP = new BehaviourGroup();

  public static final DemoBehaviour TWICE_STARTED =
      GROUP.add(
          "twice_started",
          "Sends `agent_started` twice, word for word.",
          FaultHook.run(run -> run.repeat(DemoEvent.STARTED)));

  public static final DemoBehaviour TWICE_EXECUTING =
      GROUP.add(
          "twice_executing",
          "Sends `tool_executing` twice, word for word.",
          FaultHook.run(run -> run.repeat(DemoEvent.EXECUTING)));

  public static final DemoBehaviour TWICE_EXECUTED =
      GROUP.add(
          "twice_executed",
          "Sends `tool_completed` twice, word for word.",
          FaultHook.run(run -> run.repeat(DemoEvent.EXECUTED)));

  public static final DemoBehaviour TWICE_COMPLETED =
      GROUP.add(
          "twice_completed",
          "Sends `agent_completed` twice, word for word.",
          FaultHook.run(run -> run.repeat(DemoEvent.COMPLETED)));

  public static final DemoBehaviour RETRIED_EVENT =
      GROUP.add(
          "retried_event",
          "Sends a thought again and marks it as the second attempt.",
          FaultHook.run(run ->
              run.after(
                  DemoEvent.THINKING,
                  new ScriptStep(
                      Duration.ofMillis(40),
                      new SendEvent(
                          run.event(DemoEvent.THINKING),
                          EventEnvelope.STANDARD.then(frame -> frame.put("attempt", 1)))))));

  public static final DemoBehaviour SECOND_ANSWER =
      GROUP.add(
          "second_answer",
          "Completes a second time, with other words.",
          FaultHook.run(run ->
              run.then(
                  ScriptStep.event(
                      120,
                      run.event(DemoEvent.COMPLETED)
                          .with(body -> body.put("result", "Here is the summary."))))));

  public static final DemoBehaviour NO_TOOL =
      GROUP.add(
          "no_tool",
          "Answers without the tool that the question needs.",
          FaultHook.run(run -> run.without(DemoEvent.EXECUTING).without(DemoEvent.EXECUTED)));

  public static final DemoBehaviour TOOL_BEFORE_THOUGHT =
      GROUP.add(
          "tool_before_thought",
          "Announces its tool before it has thought.",
          FaultHook.run(run -> run.swap(DemoEvent.THINKING, DemoEvent.EXECUTING)));

  public static final DemoBehaviour TOOL_DONE_BEFORE_ANNOUNCED =
      GROUP.add(
          "tool_done_before_announced",
          "Reports a tool done and announces it afterwards.",
          FaultHook.run(run -> run.swap(DemoEvent.EXECUTING, DemoEvent.EXECUTED)));

  public static final DemoBehaviour ANSWER_BEFORE_TOOL_DONE =
      GROUP.add(
          "answer_before_tool_done",
          "Answers while its tool is still at work.",
          FaultHook.run(run -> run.swap(DemoEvent.EXECUTED, DemoEvent.COMPLETED)));

  public static final DemoBehaviour START_AFTER_TOOL =
      GROUP.add(
          "start_after_tool",
          "Says that it has started when its tool is done.",
          FaultHook.run(run -> TimingChanges.moved(run, DemoEvent.STARTED, DemoEvent.EXECUTED)));

  public static final DemoBehaviour TOOL_LEFT_OPEN =
      GROUP.add(
          "tool_left_open",
          "Announces a second tool and never speaks of it again.",
          FaultHook.run(run ->
              run.after(
                  DemoEvent.THINKING,
                  ScriptStep.event(20, tool(run, DemoEvent.EXECUTING, "search")))));

  public static final DemoBehaviour TOOL_NOT_ANNOUNCED =
      GROUP.add(
          "tool_not_announced",
          "Reports a second tool done that was never announced.",
          FaultHook.run(run ->
              run.after(
                  DemoEvent.EXECUTED,
                  ScriptStep.event(20, tool(run, DemoEvent.EXECUTED, "search")))));

  public static final DemoBehaviour TOOL_RENAMED =
      GROUP.add(
          "tool_renamed",
          "Announces a tool by one name and reports it done by another.",
          FaultHook.run(run ->
              run.changeEvent(
                  DemoEvent.EXECUTED,
                  event -> event.with(body -> body.put("tool_name", "adder")))));

  public static final DemoBehaviour THOUGHT_AFTER_ANSWER =
      GROUP.add(
          "thought_after_answer",
          "Goes on thinking when the answer has been given.",
          FaultHook.run(run ->
              run.then(
                  ScriptStep.event(
                      100,
                      run.event(DemoEvent.THINKING).with(body -> body.put("step_number", 2))))));

  public static final DemoBehaviour TOOL_AFTER_ANSWER =
      GROUP.add(
          "tool_after_answer",
          "Uses a tool when the answer has been given.",
          FaultHook.run(run ->
              run.then(
                  ScriptStep.event(80, tool(run, DemoEvent.EXECUTING, "search")),
                  ScriptStep.event(40, tool(run, DemoEvent.EXECUTED, "search")))));

  public static final DemoBehaviour TRUNCATED_FRAME =
      GROUP.add(
          "truncated_frame",
          "Writes half an event before the whole one.",
          FaultHook.run(run ->
              before(
                  run,
                  DemoEvent.THINKING,
                  ScriptEdits.text(20, "{\"type\":\"agent_thinking\",\"run_id\":\"ru"))));

  public static final DemoBehaviour FRAME_IS_ARRAY =
      GROUP.add(
          "frame_is_array",
          "Writes an array in the middle of a run.",
          FaultHook.run(run -> before(run, DemoEvent.THINKING, ScriptEdits.text(20, "[1,2]"))));

  public static final DemoBehaviour FRAME_IS_TEXT =
      GROUP.add(
          "frame_is_text",
          "Writes a line of its log into the socket.",
          FaultHook.run(run ->
              before(
                  run,
                  DemoEvent.THINKING,
                  ScriptEdits.text(20, "INFO agent supervisor is thinking"))));

  public static final DemoBehaviour FRAME_IS_BINARY =
      GROUP.add(
          "frame_is_binary",
          "Writes a binary frame in the middle of a run.",
          FaultHook.run(run ->
              before(
                  run,
                  DemoEvent.THINKING,
                  ScriptStep.at(
                      20,
                      connection ->
                          connection.write(List.of(new BinaryMessage(new byte[] {7, 7})))))));

  public static final DemoBehaviour FRAME_IS_EMPTY =
      GROUP.add(
          "frame_is_empty",
          "Writes an empty frame in the middle of a run.",
          FaultHook.run(run -> before(run, DemoEvent.THINKING, ScriptEdits.text(20, ""))));

  public static final DemoBehaviour TYPE_IS_NUMBER =
      GROUP.add(
          "type_is_number",
          "Sends a frame whose type is a number.",
          FaultHook.run(run ->
              before(
                  run, DemoEvent.THINKING, ScriptEdits.text(20, "{\"type\":17,\"payload\":{}}"))));

  public static final DemoBehaviour PAYLOAD_IS_TEXT =
      GROUP.add(
          "payload_is_text",
          "Sends a thought whose payload is a text.",
          FaultHook.run(run ->
              withEnvelope(
                  run,
                  DemoEvent.THINKING,
                  shape -> shape.then(frame -> frame.put("payload", "I think")))));

  public static final DemoBehaviour RUN_ID_IS_NUMBER =
      GROUP.add(
          "run_id_is_number",
          "Sends a thought whose run id is a number.",
          FaultHook.run(run ->
              withEnvelope(
                  run,
                  DemoEvent.THINKING,
                  shape -> shape.then(frame -> frame.put("run_id", 4711)))));

  public static final DemoBehaviour AGENT_IS_OBJECT =
      GROUP.add(
          "agent_is_object",
          "Sends a thought whose agent is an object.",
          FaultHook.run(run ->
              withEnvelope(
                  run,
                  DemoEvent.THINKING,
                  shape -> shape.then(frame -> frame.putObject("agent_name")))));

  public static final DemoBehaviour TOOLS_WITHOUT_NAME =
      GROUP.add(
          "tools_without_name",
          "Uses a tool and never says which.",
          FaultHook.run(run ->
              ScriptEdits.mapEvents(
                  run,
                  sent ->
                      new SendEvent(
                          sent.event().with(body -> body.remove("tool_name")), sent.envelope()))));

  private EventFaults() {}

  private static DemoEvent tool(Script run, String type, String name) {
    return run.event(type).with(body -> body.put("tool_name", name));
  }
}
