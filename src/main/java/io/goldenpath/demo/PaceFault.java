package io.goldenpath.demo;

/** When the agent falls silent, stalls or is late. */
public enum PaceFault implements Fault {
  SYSTEM_MESSAGES_ONLY(
      "Speaks of itself, and never of an agent.",
      Play.run(_ ->
          Script.of(
              Cue.say(
                  200, now -> Notices.system("service_status_update", "All services are up", now)),
              Cue.say(
                  400,
                  now -> Notices.system("service_status_update", "All services are up", now))))),
  ACKNOWLEDGED_ONLY(
      "Acknowledges the message under its own type, and no more.",
      new Play.AtMessage((_, scene) ->
          Script.of(Cue.say(20, now -> Frames.ack(scene.visitor(), "user_message", now))))),
  TYPE_NOT_KNOWN(
      "Says that it does not know the type of the message.",
      Play.run(_ ->
          Script.of(
              Cue.say(
                  20,
                  now -> Complaints.coded("UNKNOWN_TYPE", "Unknown message type: user_message"))))),
  MESSAGE_NOT_READ(
      "Says that the message is not valid.",
      Play.run(_ ->
          Script.of(
              Cue.say(20, now -> Frames.error("FORMAT_ERROR", "Invalid message: content", now))))),
  STALLED_AFTER_START(
      "Starts an agent that does nothing.", Play.run(run -> run.until(Event.STARTED))),
  STALLED_AFTER_THOUGHT(
      "Has an agent that thinks and then falls silent.",
      Play.run(run -> run.until(Event.THINKING))),
  STALLED_IN_TOOL(
      "Has an agent that never comes back from its tool.",
      Play.run(run -> run.until(Event.EXECUTING))),
  DIED_AFTER_TRIAGE(
      "Has an agent that dies after its first thought and leaves a hollow response.",
      Play.run(run ->
          run.until(Event.THINKING)
              .then(
                  Cue.say(
                      150,
                      now ->
                          Frames.server(
                              "agent_response",
                              Json.object().put("status", "...").putNull("correlation_id"),
                              now))))),
  RESPONSE_ALONE(
      "Answers with `agent_response` alone, which no user sees.",
      new Play.AtMessage((_, scene) ->
          Script.of(
              Cue.say(
                  400,
                  now ->
                      Frames.server(
                          "agent_response",
                          Json.object().put("content", scene.request().answer()),
                          now))))),
  FALLBACK_ALONE(
      "Answers with a ready-made `agent_response` of its fallback.",
      Play.run(_ ->
          Script.of(
              Cue.say(
                  200,
                  now ->
                      Frames.server(
                          "agent_response",
                          Json.object()
                              .put("type", "fallback_response")
                              .put("source", "fallback_handler")
                              .put("content", "I am here to help."),
                          now))))),
  LATE_START("Takes a second to start an agent.", late(Event.STARTED, 960)),
  LATE_THOUGHT("Takes a second for the first thought.", late(Event.THINKING, 1050)),
  LATE_TOOL("Takes a second for the tool.", late(Event.EXECUTED, 1050)),
  LATE_ANSWER("Takes a second from the tool's end to the answer.", late(Event.COMPLETED, 1050)),
  FLUSHED_AT_THE_END(
      "Keeps all events back and sends them in one burst with the answer.",
      Play.run(run -> Tempo.burst(run, 960))),
  TALKS_ON("Thinks on and on, and never comes to an answer.", Play.run(run -> Tempo.endless(run)));

  private final String sentence;
  private final Play play;

  PaceFault(String sentence, Play play) {
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

  private static Play late(String event, long millis) {
    return Play.run(run -> Tempo.late(run, event, millis));
  }
}
