package io.goldenpath.catalogue.variant;

import static io.goldenpath.catalogue.change.ScriptEdits.before;
import static io.goldenpath.catalogue.change.ScriptEdits.startingWith;

import io.goldenpath.catalogue.change.BehaviourGroup;
import io.goldenpath.catalogue.change.Companions;
import io.goldenpath.catalogue.change.SystemNotices;
import io.goldenpath.demo.fault.DemoBehaviour;
import io.goldenpath.demo.fault.FaultHook;
import io.goldenpath.demo.script.DemoEvent;
import io.goldenpath.demo.script.DemoJson;
import io.goldenpath.demo.script.DemoRunIds;
import io.goldenpath.demo.script.EventEnvelope;
import io.goldenpath.demo.script.Script;
import io.goldenpath.demo.script.ScriptAction;
import io.goldenpath.demo.script.ScriptStep;
import io.goldenpath.demo.script.SendEvent;
import io.goldenpath.demo.script.ServerFrames;
import io.goldenpath.demo.session.ScriptContext;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** What else may come between and after an agent's events. */
public final class StreamVariants {

  public static final BehaviourGroup GROUP = new BehaviourGroup();

  public static final DemoBehaviour PINGS_BETWEEN =
      GROUP.add(
          "pings_between",
          "Sends an application ping between any two events.",
          between((event, now) -> ServerFrames.ping(now)));

  public static final DemoBehaviour HEARTBEATS_BETWEEN =
      GROUP.add(
          "heartbeats_between",
          "Sends a heartbeat of another name between any two events.",
          between((event, now) ->
              DemoJson.object().put("type", "heartbeat").put("timestamp", DemoJson.iso(now))));

  public static final DemoBehaviour PONGS_BETWEEN =
      GROUP.add(
          "pongs_between",
          "Sends pongs that nobody asked for.",
          between((event, now) -> ServerFrames.pong(event.ids().user(), now)));

  public static final DemoBehaviour ACKNOWLEDGED =
      GROUP.add(
          "acknowledged",
          "Acknowledges the message before an agent takes it up.",
          new FaultHook.AtMessage((run, context) ->
              startingWith(
                  run,
                  ScriptStep.frame(
                      10, now -> ServerFrames.ack(context.user(), "user_message", now)))));

  public static final DemoBehaviour UNKNOWN_FRAMES =
      GROUP.add(
          "unknown_frames",
          "Sends frames of types that nobody knows.",
          between(
              (event, now) -> DemoJson.object().put("type", "mood_changed").put("mood", "bright")));

  public static final DemoBehaviour FRAMES_WITHOUT_TYPE =
      GROUP.add(
          "frames_without_type",
          "Sends frames that have no type at all.",
          between((event, now) -> DemoJson.object().put("cpu", 0.25)));

  public static final DemoBehaviour EMPTY_OBJECTS =
      GROUP.add(
          "empty_objects",
          "Sends objects that have nothing in them.",
          between((event, now) -> DemoJson.object()));

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
                      5, now -> ServerFrames.server("thread_created", DemoJson.object(), now)),
                  ScriptStep.frame(
                      5, now -> ServerFrames.server("run_started", DemoJson.object(), now)))));

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
                      20,
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

  public static final DemoBehaviour NOTICE_TO_EVERYBODY =
      GROUP.add(
          "notice_to_everybody",
          "Sends everybody who is connected the same notice in the middle of a run.",
          new FaultHook.AtMessage((run, context) ->
              before(
                  run,
                  DemoEvent.THINKING,
                  ScriptStep.at(
                      10, ScriptAction.of(connection -> notice(context, connection.now()))))));

  public static final DemoBehaviour SERVICE_RECOVERED =
      GROUP.add(
          "service_recovered",
          "Says in the middle of a run that a service is back.",
          FaultHook.run(run ->
              before(
                  run,
                  DemoEvent.THINKING,
                  ScriptStep.frame(
                      10,
                      now -> SystemNotices.system("service_recovery", "Search is back", now)))));

  public static final DemoBehaviour RESPONSE_BESIDE =
      GROUP.add(
          "response_beside",
          "Sends an `agent_response` beside the whole run.",
          new FaultHook.AtMessage((run, context) ->
              before(
                  run,
                  DemoEvent.COMPLETED,
                  ScriptStep.frame(
                      10,
                      now ->
                          ServerFrames.server(
                              "agent_response",
                              DemoJson.object().put("content", context.request().answer()),
                              now)))));

  public static final DemoBehaviour FRAMES_AFTER_ANSWER =
      GROUP.add(
          "frames_after_answer",
          "Says when the answer is given that the run is complete and the thread is stored.",
          FaultHook.run(run ->
              run.then(
                  ScriptStep.frame(
                      40, now -> ServerFrames.server("run_complete", DemoJson.object(), now)),
                  ScriptStep.frame(
                      40, now -> ServerFrames.server("thread_update", DemoJson.object(), now)),
                  ScriptStep.frame(
                      40,
                      now ->
                          ServerFrames.server(
                              "final_report",
                              DemoJson.object().put("total_duration_ms", 900),
                              now)))));

  public static final DemoBehaviour CLOSED_AFTER_ANSWER =
      GROUP.add(
          "closed_after_answer",
          "Closes with 1000 when the answer is given.",
          FaultHook.run(run -> run.then(ScriptStep.close(60, 1000, ""))));

  public static final DemoBehaviour GONE_AFTER_ANSWER =
      GROUP.add(
          "gone_after_answer",
          "Goes away with 1001 when the answer is given.",
          FaultHook.run(run -> run.then(ScriptStep.close(60, 1001, "Going away"))));

  public static final DemoBehaviour CUT_AFTER_ANSWER =
      GROUP.add(
          "cut_after_answer",
          "Ends TCP when the answer is given.",
          FaultHook.run(run -> run.then(ScriptStep.cut(60))));

  private StreamVariants() {}

  private static void notice(ScriptContext context, Instant now) {
    ObjectNode notice =
        ServerFrames.server(
            "broadcast", DemoJson.object().put("message", "Maintenance on Sunday at 6"), now);
    Companions.listening(context).forEach(user -> user.send(notice.deepCopy()));
  }

  private static final Duration SOON = Duration.ofMillis(20);

  /** One such frame before each event. */
  private static FaultHook between(EventEnvelope other) {
    return FaultHook.run(run ->
        new Script(
            run.steps().stream()
                .flatMap(step ->
                    step.action() instanceof SendEvent sent
                        ? Stream.of(step.with(new SendEvent(sent.event(), other)), step.after(SOON))
                        : Stream.of(step))
                .toList()));
  }

  private static ScriptStep chunk(Script run, String text) {
    DemoEvent chunk = run.event(DemoEvent.COMPLETED).named("stream_chunk");
    return ScriptStep.event(15, chunk.with(body -> body.removeAll().put("content", text)));
  }
}
