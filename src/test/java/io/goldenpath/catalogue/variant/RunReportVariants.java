package io.goldenpath.catalogue.variant;

import static io.goldenpath.catalogue.change.ScriptEdits.before;
import static io.goldenpath.catalogue.change.ScriptEdits.startingWith;
import static io.goldenpath.catalogue.variant.FramesBetween.between;

import io.goldenpath.catalogue.change.BehaviourGroup;
import io.goldenpath.demo.platform.DemoBehaviour;
import io.goldenpath.demo.platform.FaultHook;
import io.goldenpath.demo.script.DemoEvent;
import io.goldenpath.demo.script.DemoJson;
import io.goldenpath.demo.script.DemoRunIds;
import io.goldenpath.demo.script.EventEnvelope;
import io.goldenpath.demo.script.Script;
import io.goldenpath.demo.script.ScriptStep;
import io.goldenpath.demo.script.ServerFrames;

/** Reports on a run beside its events. */
public final class RunReportVariants {

  public static final BehaviourGroup GROUP = new BehaviourGroup();

  private static final int START_MILLIS = 5;
  private static final int CHUNK_MILLIS = 15;
  private static final int PARTIAL_MILLIS = 20;

  public static final DemoBehaviour STEPS_TOLD =
      GROUP.add(
          "steps_told",
          "Tells of steps and threads.",
          between((event, now) ->
              ServerFrames.server(
                  "step_created",
                  DemoJson.object().put("step_id", DemoRunIds.unique("step")),
                  now)));

  public static final DemoBehaviour RUN_TOLD =
      GROUP.add(
          "run_told",
          "Tells that a run and a thread were made.",
          FaultHook.run(run ->
              startingWith(
                  run,
                  ScriptStep.frame(
                      START_MILLIS,
                      now -> ServerFrames.server("thread_created", DemoJson.object(), now)),
                  ScriptStep.frame(
                      START_MILLIS,
                      now -> ServerFrames.server("run_started", DemoJson.object(), now)))));

  public static final DemoBehaviour PROGRESS_TOLD =
      GROUP.add(
          "progress_told",
          "Tells between events how far the agent has come.",
          between((event, now) ->
              EventEnvelope.STANDARD.wrap(
                  event
                      .named("progress_update")
                      .with(body ->
                          body.removeAll()
                              .put("status", "progress")
                              .put("event_number", DemoRunIds.unique("n"))),
                  now)));

  public static final DemoBehaviour ANSWER_STREAMED =
      GROUP.add(
          "answer_streamed",
          "Streams the answer in chunks before it completes.",
          FaultHook.run(run ->
              before(
                  run,
                  DemoEvent.COMPLETED,
                  chunk(run, "Your "),
                  chunk(run, "code "),
                  chunk(run, "is"))));

  public static final DemoBehaviour PARTIAL_RESULTS =
      GROUP.add(
          "partial_results",
          "Sends a partial result before the whole one.",
          FaultHook.run(run ->
              before(
                  run,
                  DemoEvent.COMPLETED,
                  ScriptStep.event(
                      PARTIAL_MILLIS,
                      run.event(DemoEvent.COMPLETED)
                          .named("partial_result")
                          .with(body ->
                              body.removeAll()
                                  .put("content", "Half of it")
                                  .put("is_complete", false))))));

  public static final DemoBehaviour LOG_TOLD =
      GROUP.add(
          "log_told",
          "Sends the agent's log along.",
          between((event, now) ->
              ServerFrames.server(
                  "agent_log", DemoJson.object().put("line", "INFO working"), now)));

  public static final DemoBehaviour STATUS_TOLD =
      GROUP.add(
          "status_told",
          "Sends the agent's status along.",
          between((event, now) ->
              ServerFrames.server(
                  "agent_status_update", DemoJson.object().put("status", "busy"), now)));

  public static final DemoBehaviour TYPING_TOLD =
      GROUP.add(
          "typing_told",
          "Tells that the agent is typing.",
          between((event, now) ->
              ServerFrames.server("user_typing", DemoJson.object().put("typing", true), now)));

  private RunReportVariants() {}

  private static ScriptStep chunk(Script run, String text) {
    DemoEvent chunk = run.event(DemoEvent.COMPLETED).named("stream_chunk");
    return ScriptStep.event(
        CHUNK_MILLIS, chunk.with(body -> body.removeAll().put("content", text)));
  }
}
