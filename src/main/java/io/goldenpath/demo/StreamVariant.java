package io.goldenpath.demo;

import java.time.Duration;
import java.util.stream.Stream;

/** What else may come between and after an agent's events. */
public enum StreamVariant implements Variant {
  PINGS_BETWEEN(
      "Sends an application ping between any two events.",
      between((event, now) -> Frames.ping(now))),
  HEARTBEATS_BETWEEN(
      "Sends a heartbeat of another name between any two events.",
      between(
          (event, now) -> Json.object().put("type", "heartbeat").put("timestamp", Json.iso(now)))),
  PONGS_BETWEEN(
      "Sends pongs that nobody asked for.",
      between((event, now) -> Frames.pong(event.ids().user(), now))),
  ACKNOWLEDGED(
      "Acknowledges the message before an agent takes it up.",
      new Play.AtMessage((run, scene) ->
          run.preceded(Cue.say(10, now -> Frames.ack(scene.visitor(), "user_message", now))))),
  UNKNOWN_FRAMES(
      "Sends frames of types that nobody knows.",
      between((event, now) -> Json.object().put("type", "mood_changed").put("mood", "bright"))),
  FRAMES_WITHOUT_TYPE(
      "Sends frames that have no type at all.",
      between((event, now) -> Json.object().put("cpu", 0.25))),
  EMPTY_OBJECTS("Sends objects that have nothing in them.", between((event, now) -> Json.object())),
  STEPS_TOLD(
      "Tells of steps and threads.",
      between((event, now) ->
          Frames.server("step_created", Json.object().put("step_id", Ids.unique("step")), now))),
  RUN_TOLD(
      "Tells that a run and a thread were made.",
      Play.run(run ->
          run.preceded(
              Cue.say(5, now -> Frames.server("thread_created", Json.object(), now)),
              Cue.say(5, now -> Frames.server("run_started", Json.object(), now))))),
  PROGRESS_TOLD(
      "Tells between events how far the agent has come.",
      between((event, now) ->
          Envelope.STANDARD.wrap(
              event
                  .named("progress_update")
                  .with(body ->
                      body.removeAll()
                          .put("status", "progress")
                          .put("event_number", Ids.unique("n"))),
              now))),
  ANSWER_STREAMED(
      "Streams the answer in chunks before it completes.",
      Play.run(run ->
          run.before(Event.COMPLETED, chunk(run, "Your "), chunk(run, "code "), chunk(run, "is")))),
  PARTIAL_RESULTS(
      "Sends a partial result before the whole one.",
      Play.run(run ->
          run.before(
              Event.COMPLETED,
              Cue.tell(
                  20,
                  run.event(Event.COMPLETED)
                      .named("partial_result")
                      .with(body ->
                          body.removeAll()
                              .put("content", "Half of it")
                              .put("is_complete", false)))))),
  LOG_TOLD(
      "Sends the agent's log along.",
      between((event, now) ->
          Frames.server("agent_log", Json.object().put("line", "INFO working"), now))),
  STATUS_TOLD(
      "Sends the agent's status along.",
      between((event, now) ->
          Frames.server("agent_status_update", Json.object().put("status", "busy"), now))),
  TYPING_TOLD(
      "Tells that the agent is typing.",
      between(
          (event, now) -> Frames.server("user_typing", Json.object().put("typing", true), now))),
  NOTICE_TO_EVERYBODY(
      "Sends everybody who is connected the same notice in the middle of a run.",
      Play.run(run ->
          run.before(
              Event.THINKING,
              Cue.at(
                  10,
                  new Act.Elsewhere(
                      present -> present.listening().map(Conversation::mouth),
                      now ->
                          Frames.server(
                              "broadcast",
                              Json.object().put("message", "Maintenance on Sunday at 6"),
                              now)))))),
  SERVICE_RECOVERED(
      "Says in the middle of a run that a service is back.",
      Play.run(run ->
          run.before(
              Event.THINKING,
              Cue.say(10, now -> Notices.system("service_recovery", "Search is back", now))))),
  RESPONSE_BESIDE(
      "Sends an `agent_response` beside the whole run.",
      new Play.AtMessage((run, scene) ->
          run.before(
              Event.COMPLETED,
              Cue.say(
                  10,
                  now ->
                      Frames.server(
                          "agent_response",
                          Json.object().put("content", scene.request().answer()),
                          now))))),
  FRAMES_AFTER_ANSWER(
      "Says when the answer is given that the run is complete and the thread is stored.",
      Play.run(run ->
          run.then(
              Cue.say(40, now -> Frames.server("run_complete", Json.object(), now)),
              Cue.say(40, now -> Frames.server("thread_update", Json.object(), now)),
              Cue.say(
                  40,
                  now ->
                      Frames.server(
                          "final_report", Json.object().put("total_duration_ms", 900), now))))),
  CLOSED_AFTER_ANSWER(
      "Closes with 1000 when the answer is given.",
      Play.run(run -> run.then(Cue.close(60, 1000, "")))),
  GONE_AFTER_ANSWER(
      "Goes away with 1001 when the answer is given.",
      Play.run(run -> run.then(Cue.close(60, 1001, "Going away")))),
  CUT_AFTER_ANSWER("Ends TCP when the answer is given.", Play.run(run -> run.then(Cue.cut(60))));

  private static final Duration SOON = Duration.ofMillis(20);

  private final String sentence;
  private final Play play;

  StreamVariant(String sentence, Play play) {
    this.sentence = sentence;
    this.play = play;
  }

  @Override
  public String sentence() {
    return sentence;
  }

  @Override
  public Play play() {
    return play;
  }

  /** One such frame before each event. */
  private static Play between(Envelope other) {
    return Play.run(run ->
        new Script(
            run.cues().stream()
                .flatMap(cue ->
                    cue.act() instanceof Act.Tell tell
                        ? Stream.of(cue.with(new Act.Tell(tell.event(), other)), cue.after(SOON))
                        : Stream.of(cue))
                .toList()));
  }

  private static Cue chunk(Script run, String text) {
    Event chunk = run.event(Event.COMPLETED).named("stream_chunk");
    return Cue.tell(15, chunk.with(body -> body.removeAll().put("content", text)));
  }
}
