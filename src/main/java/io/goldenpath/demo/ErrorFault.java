package io.goldenpath.demo;

/** What the platform says has gone wrong, in each shape that it has for it. */
public enum ErrorFault implements Fault {
  ERROR_MESSAGE(
      "Answers with an `error_message` of its handler.",
      Play.run(_ ->
          Script.of(
              Cue.say(
                  150, now -> Frames.error("AGENT_REQUEST_ERROR", "Agent request failed", now))))),
  COMPONENT_ERROR(
      "Starts an agent, then reports that a component failed.",
      Play.run(run ->
          run.until(Event.STARTED)
              .then(
                  Cue.say(
                      150,
                      now ->
                          Complaints.component(
                              1008, "Supervisor", "Supervisor is not available", now))))),
  MANAGER_ERROR(
      "Starts an agent, then reports an error in `data`.",
      Play.run(run ->
          run.until(Event.STARTED)
              .then(Cue.say(150, now -> Complaints.manager("Failed to deliver event", now))))),
  PLAIN_ERROR(
      "Answers with an error that is a message and no more.",
      Play.run(_ -> Script.of(Cue.say(150, now -> Complaints.plain("Something broke"))))),
  CODED_ERROR(
      "Answers with an error that has a code beside its message.",
      Play.run(_ ->
          Script.of(
              Cue.say(150, now -> Complaints.coded("PROCESSING_ERROR", "Processing failed"))))),
  SYSTEM_ERROR(
      "Answers with a `system_error` and a code for its support.",
      Play.run(_ ->
          Script.of(
              Cue.say(150, now -> Complaints.supported("system_error", "Internal error", now))))),
  CONNECTION_ERROR(
      "Answers with a `connection_error` and a code for its support.",
      Play.run(_ ->
          Script.of(
              Cue.say(
                  150,
                  now -> Complaints.supported("connection_error", "Lost the message bus", now))))),
  AGENT_ERROR(
      "Has an agent that fails and says so.",
      Play.run(run ->
          run.until(Event.THINKING)
              .then(Cue.tell(150, Complaints.agentError(run.event(Event.STARTED)))))),
  AGENT_ERROR_IN_DATA(
      "Has an agent that fails, reported by the emitter.",
      Play.run(run ->
          run.until(Event.THINKING)
              .then(Cue.say(150, now -> Complaints.emittedError(run.event(Event.STARTED), now))))),
  AGENT_FAILED(
      "Has an agent that ends with `agent_failed`.",
      Play.run(run ->
          run.until(Event.THINKING)
              .then(
                  Cue.tell(
                      150,
                      Complaints.agentError(run.event(Event.STARTED)).named("agent_failed"))))),
  AGENT_DEATH(
      "Has an agent that dies and is reported dead.",
      Play.run(run ->
          run.until(Event.THINKING)
              .then(Cue.tell(150, Complaints.agentDeath(run.event(Event.STARTED)))))),
  TOOL_FAILED(
      "Has a tool that fails, and an agent that answers all the same.",
      Play.run(run ->
          run.changed(
              Event.EXECUTED,
              event ->
                  event.with(body ->
                      body.put("success", false)
                          .put("status", "error")
                          .put("message", "Division by zero"))))),
  TOOL_ERROR(
      "Reports a `tool_error`, and answers all the same.",
      Play.run(run ->
          run.before(
              Event.COMPLETED,
              Cue.say(20, now -> Complaints.toolError(run.event(Event.EXECUTING), now))))),
  ERROR_ON_THE_WAY(
      "Reports that a component failed, and answers all the same.",
      Play.run(run ->
          run.before(
              Event.EXECUTING,
              Cue.say(
                  20, now -> Complaints.component(1007, "Redis", "Redis connection lost", now))))),
  ERROR_AFTER_ANSWER(
      "Reports an error when the answer has been given.",
      Play.run(run ->
          run.then(
              Cue.say(
                  100,
                  now ->
                      Frames.error("HANDLER_SYSTEM_FAILURE", "Failed to store the thread", now))))),
  BREAKER_OPEN_MID_RUN(
      "Says in the middle of a run that a circuit breaker is open.",
      Play.run(run ->
          run.until(Event.STARTED)
              .then(
                  Cue.say(
                      100,
                      now ->
                          Frames.error(
                              "AUTH_CIRCUIT_BREAKER_OPEN", "Circuit breaker is open", now))))),
  QUOTA_EXCEEDED(
      "Answers that the user has asked too much.",
      Play.run(_ ->
          Script.of(
              Cue.say(
                  100,
                  now ->
                      Frames.error(
                          "RATE_LIMIT_EXCEEDED", "Too many requests, retry in 60 seconds", now))))),
  DEGRADED_MID_RUN(
      "Says in the middle of a run that it runs degraded.",
      Play.run(run ->
          run.before(
              Event.EXECUTING,
              Cue.say(
                  20,
                  now ->
                      Notices.system(
                          "service_degradation", "Some tools are not available", now))))),
  EMERGENCY_MID_RUN(
      "Says in the middle of a run that it is in emergency mode.",
      Play.run(run ->
          run.before(
              Event.EXECUTING,
              Cue.say(
                  20,
                  now ->
                      Frames.server(
                          "system_message",
                          Json.object()
                              .put("event", "service_status_update")
                              .put("emergency_mode", true),
                          now)))));

  private final String sentence;
  private final Play play;

  ErrorFault(String sentence, Play play) {
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
}
