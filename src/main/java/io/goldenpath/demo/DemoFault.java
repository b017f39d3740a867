package io.goldenpath.demo;

/** The dozen faults that are tried first; each further place on the path has an enum of its own. */
public enum DemoFault implements Fault {
  SILENT_AFTER_UPGRADE(
      "Completes the upgrade and then says nothing, not even a heartbeat.",
      Play.greeting(_ -> Script.EMPTY)),
  SILENT_AFTER_MESSAGE(
      "Takes the message and says nothing, while heartbeats go on.", Play.run(_ -> Script.EMPTY)),
  NO_AGENT_STARTED(
      "Never tells that the agent started.", Play.run(run -> run.without(Event.STARTED))),
  NO_AGENT_THINKING(
      "Never tells what the agent thinks.", Play.run(run -> run.without(Event.THINKING))),
  NO_TOOL_EXECUTING("Never announces a tool.", Play.run(run -> run.without(Event.EXECUTING))),
  NO_TOOL_COMPLETED(
      "Never tells that a tool is done.", Play.run(run -> run.without(Event.EXECUTED))),
  NO_AGENT_COMPLETED(
      "Does all the work and never tells the answer.",
      Play.run(run -> run.without(Event.COMPLETED))),
  DROPPED_MID_RUN(
      "Ends TCP without a close frame after the first thought.",
      Play.run(run -> run.after(Event.THINKING, Cue.cut(60)))),
  FABRICATED(
      "Answers with five ready-made events in equal gaps, behind which nobody works.",
      new Play.AtMessage((_, scene) -> Canned.of(scene.text(), scene.visitor()))),
  WRONG_SUM("Adds up wrongly by one.", new Play.AtMessage(Answers::wrongSum)),
  EMPTY_ANSWER(
      "Completes with an answer that is empty.", Play.run(run -> Answers.replaced(run, ""))),
  SLOW("Does everything right, in a bit more than two seconds.", Play.run(Tempo::slow));

  private final String sentence;
  private final Play play;

  DemoFault(String sentence, Play play) {
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
