package io.goldenpath.catalogue.fault;

import static io.goldenpath.catalogue.change.ScriptEdits.until;

import io.goldenpath.catalogue.change.BehaviourGroup;
import io.goldenpath.catalogue.change.ErrorChanges;
import io.goldenpath.catalogue.change.SystemNotices;
import io.goldenpath.catalogue.change.TimingChanges;
import io.goldenpath.demo.platform.DemoBehaviour;
import io.goldenpath.demo.platform.FaultHook;
import io.goldenpath.demo.script.DemoEvent;
import io.goldenpath.demo.script.DemoJson;
import io.goldenpath.demo.script.Script;
import io.goldenpath.demo.script.ScriptStep;
import io.goldenpath.demo.script.ServerFrames;

/** When the agent falls silent, stalls or is late. */
public final class SilenceFaults {

  public static final BehaviourGroup GROUP = new BehaviourGroup();

  public static final DemoBehaviour SYSTEM_MESSAGES_ONLY =
      GROUP.add(
          "system_messages_only",
          "Speaks of itself, and never of an agent.",
          FaultHook.run(_ ->
              Script.of(
                  ScriptStep.frame(
                      200,
                      now ->
                          SystemNotices.system(
                              "service_status_update", "All services are up", now)),
                  ScriptStep.frame(
                      400,
                      now ->
                          SystemNotices.system(
                              "service_status_update", "All services are up", now)))));

  public static final DemoBehaviour ACKNOWLEDGED_ONLY =
      GROUP.add(
          "acknowledged_only",
          "Acknowledges the message under its own type, and no more.",
          new FaultHook.AtMessage((_, context) ->
              Script.of(
                  ScriptStep.frame(
                      20, now -> ServerFrames.ack(context.user(), "user_message", now)))));

  public static final DemoBehaviour TYPE_NOT_KNOWN =
      GROUP.add(
          "type_not_known",
          "Says that it does not know the type of the message.",
          FaultHook.run(_ ->
              Script.of(
                  ScriptStep.frame(
                      20,
                      now ->
                          ErrorChanges.coded(
                              "UNKNOWN_TYPE", "Unknown message type: user_message")))));

  public static final DemoBehaviour MESSAGE_NOT_READ =
      GROUP.add(
          "message_not_read",
          "Says that the message is not valid.",
          FaultHook.run(_ ->
              Script.of(
                  ScriptStep.frame(
                      20,
                      now ->
                          ServerFrames.error("FORMAT_ERROR", "Invalid message: content", now)))));

  public static final DemoBehaviour STALLED_AFTER_START =
      GROUP.add(
          "stalled_after_start",
          "Starts an agent that does nothing.",
          FaultHook.run(run -> until(run, DemoEvent.STARTED)));

  public static final DemoBehaviour STALLED_AFTER_THOUGHT =
      GROUP.add(
          "stalled_after_thought",
          "Has an agent that thinks and then falls silent.",
          FaultHook.run(run -> until(run, DemoEvent.THINKING)));

  public static final DemoBehaviour STALLED_IN_TOOL =
      GROUP.add(
          "stalled_in_tool",
          "Has an agent that never comes back from its tool.",
          FaultHook.run(run -> until(run, DemoEvent.EXECUTING)));

  public static final DemoBehaviour DIED_AFTER_TRIAGE =
      GROUP.add(
          "died_after_triage",
          "Has an agent that dies after its first thought and leaves a hollow response.",
          FaultHook.run(run ->
              until(run, DemoEvent.THINKING)
                  .then(
                      ScriptStep.frame(
                          150,
                          now ->
                              ServerFrames.server(
                                  "agent_response",
                                  DemoJson.object().put("status", "...").putNull("correlation_id"),
                                  now)))));

  public static final DemoBehaviour RESPONSE_ALONE =
      GROUP.add(
          "response_alone",
          "Answers with `agent_response` alone, which no user sees.",
          new FaultHook.AtMessage((_, context) ->
              Script.of(
                  ScriptStep.frame(
                      400,
                      now ->
                          ServerFrames.server(
                              "agent_response",
                              DemoJson.object().put("content", context.request().answer()),
                              now)))));

  public static final DemoBehaviour FALLBACK_ALONE =
      GROUP.add(
          "fallback_alone",
          "Answers with a ready-made `agent_response` of its fallback.",
          FaultHook.run(_ ->
              Script.of(
                  ScriptStep.frame(
                      200,
                      now ->
                          ServerFrames.server(
                              "agent_response",
                              DemoJson.object()
                                  .put("type", "fallback_response")
                                  .put("source", "fallback_handler")
                                  .put("content", "I am here to help."),
                              now)))));

  public static final DemoBehaviour LATE_START =
      GROUP.add("late_start", "Takes a second to start an agent.", late(DemoEvent.STARTED, 960));

  public static final DemoBehaviour LATE_THOUGHT =
      GROUP.add(
          "late_thought", "Takes a second for the first thought.", late(DemoEvent.THINKING, 1050));

  public static final DemoBehaviour LATE_TOOL =
      GROUP.add("late_tool", "Takes a second for the tool.", late(DemoEvent.EXECUTED, 1050));

  public static final DemoBehaviour LATE_ANSWER =
      GROUP.add(
          "late_answer",
          "Takes a second from the tool's end to the answer.",
          late(DemoEvent.COMPLETED, 1050));

  public static final DemoBehaviour FLUSHED_AT_THE_END =
      GROUP.add(
          "flushed_at_the_end",
          "Keeps all events back and sends them in one burst with the answer.",
          FaultHook.run(run -> TimingChanges.burst(run, 960)));

  public static final DemoBehaviour TALKS_ON =
      GROUP.add(
          "talks_on",
          "Thinks on and on, and never comes to an answer.",
          FaultHook.run(run -> TimingChanges.endless(run)));

  private SilenceFaults() {}

  private static FaultHook late(String event, long millis) {
    return FaultHook.run(run -> TimingChanges.late(run, event, millis));
  }
}
