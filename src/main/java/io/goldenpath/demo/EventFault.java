package io.goldenpath.demo;

import java.time.Duration;
import java.util.List;
import org.springframework.web.socket.BinaryMessage;

/** What is wrong with an event, or with its place among the others. */
public enum EventFault implements Fault {
  TWICE_STARTED(
      "Sends `agent_started` twice, word for word.", Play.run(run -> run.twice(Event.STARTED))),
  TWICE_THINKING(
      "Sends `agent_thinking` twice, word for word.", Play.run(run -> run.twice(Event.THINKING))),
  TWICE_EXECUTING(
      "Sends `tool_executing` twice, word for word.", Play.run(run -> run.twice(Event.EXECUTING))),
  TWICE_EXECUTED(
      "Sends `tool_completed` twice, word for word.", Play.run(run -> run.twice(Event.EXECUTED))),
  TWICE_COMPLETED(
      "Sends `agent_completed` twice, word for word.", Play.run(run -> run.twice(Event.COMPLETED))),
  RETRIED_EVENT(
      "Sends a thought again and marks it as the second attempt.",
      Play.run(run ->
          run.after(
              Event.THINKING,
              new Cue(
                  Duration.ofMillis(40),
                  new Act.Tell(
                      run.event(Event.THINKING),
                      Envelope.STANDARD.then(frame -> frame.put("attempt", 1))))))),
  SECOND_ANSWER(
      "Completes a second time, with other words.",
      Play.run(run ->
          run.then(
              Cue.tell(
                  120,
                  run.event(Event.COMPLETED)
                      .with(body -> body.put("result", "Here is the summary.")))))),
  NO_TOOL(
      "Answers without the tool that the question needs.",
      Play.run(run -> run.without(Event.EXECUTING).without(Event.EXECUTED))),
  THOUGHT_BEFORE_START(
      "Thinks before it says that it has started.",
      Play.run(run -> run.swapped(Event.STARTED, Event.THINKING))),
  TOOL_BEFORE_THOUGHT(
      "Announces its tool before it has thought.",
      Play.run(run -> run.swapped(Event.THINKING, Event.EXECUTING))),
  TOOL_DONE_BEFORE_ANNOUNCED(
      "Reports a tool done and announces it afterwards.",
      Play.run(run -> run.swapped(Event.EXECUTING, Event.EXECUTED))),
  ANSWER_BEFORE_TOOL_DONE(
      "Answers while its tool is still at work.",
      Play.run(run -> run.swapped(Event.EXECUTED, Event.COMPLETED))),
  START_AFTER_TOOL(
      "Says that it has started when its tool is done.",
      Play.run(run -> Tempo.moved(run, Event.STARTED, Event.EXECUTED))),
  TOOL_LEFT_OPEN(
      "Announces a second tool and never speaks of it again.",
      Play.run(
          run -> run.after(Event.THINKING, Cue.tell(20, tool(run, Event.EXECUTING, "search"))))),
  TOOL_NOT_ANNOUNCED(
      "Reports a second tool done that was never announced.",
      Play.run(
          run -> run.after(Event.EXECUTED, Cue.tell(20, tool(run, Event.EXECUTED, "search"))))),
  TOOL_RENAMED(
      "Announces a tool by one name and reports it done by another.",
      Play.run(run ->
          run.changed(
              Event.EXECUTED, event -> event.with(body -> body.put("tool_name", "adder"))))),
  THOUGHT_AFTER_ANSWER(
      "Goes on thinking when the answer has been given.",
      Play.run(run ->
          run.then(
              Cue.tell(100, run.event(Event.THINKING).with(body -> body.put("step_number", 2)))))),
  TOOL_AFTER_ANSWER(
      "Uses a tool when the answer has been given.",
      Play.run(run ->
          run.then(
              Cue.tell(80, tool(run, Event.EXECUTING, "search")),
              Cue.tell(40, tool(run, Event.EXECUTED, "search"))))),
  TRUNCATED_FRAME(
      "Writes half an event before the whole one.",
      Play.run(run ->
          run.before(Event.THINKING, Cue.raw(20, "{\"type\":\"agent_thinking\",\"run_id\":\"ru")))),
  FRAME_IS_ARRAY(
      "Writes an array in the middle of a run.",
      Play.run(run -> run.before(Event.THINKING, Cue.raw(20, "[1,2]")))),
  FRAME_IS_TEXT(
      "Writes a line of its log into the socket.",
      Play.run(
          run -> run.before(Event.THINKING, Cue.raw(20, "INFO agent supervisor is thinking")))),
  FRAME_IS_BINARY(
      "Writes a binary frame in the middle of a run.",
      Play.run(run ->
          run.before(
              Event.THINKING,
              Cue.at(20, new Act.Write(List.of(new BinaryMessage(new byte[] {7, 7}))))))),
  FRAME_IS_EMPTY(
      "Writes an empty frame in the middle of a run.",
      Play.run(run -> run.before(Event.THINKING, Cue.raw(20, "")))),
  TYPE_IS_NUMBER(
      "Sends a frame whose type is a number.",
      Play.run(run -> run.before(Event.THINKING, Cue.raw(20, "{\"type\":17,\"payload\":{}}")))),
  PAYLOAD_IS_TEXT(
      "Sends a thought whose payload is a text.",
      Play.run(run ->
          run.dressed(
              Event.THINKING, shape -> shape.then(frame -> frame.put("payload", "I think"))))),
  RUN_ID_IS_NUMBER(
      "Sends a thought whose run id is a number.",
      Play.run(run ->
          run.dressed(Event.THINKING, shape -> shape.then(frame -> frame.put("run_id", 4711))))),
  AGENT_IS_OBJECT(
      "Sends a thought whose agent is an object.",
      Play.run(run ->
          run.dressed(
              Event.THINKING, shape -> shape.then(frame -> frame.putObject("agent_name"))))),
  TOOLS_WITHOUT_NAME(
      "Uses a tool and never says which.",
      Play.run(run ->
          run.retold(tell ->
              new Act.Tell(tell.event().with(body -> body.remove("tool_name")), tell.envelope()))));

  private final String sentence;
  private final Play play;

  EventFault(String sentence, Play play) {
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

  private static Event tool(Script run, String type, String name) {
    return run.event(type).with(body -> body.put("tool_name", name));
  }
}
