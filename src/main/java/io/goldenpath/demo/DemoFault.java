package io.goldenpath.demo;

import java.util.function.UnaryOperator;

/** What the platform can get wrong, one constant each. */
public enum DemoFault implements DemoBehaviour {
  SILENT_AFTER_UPGRADE(
      "Completes the upgrade and then says nothing, not even a heartbeat.",
      atWelcome((_, _) -> Script.EMPTY)),
  SILENT_AFTER_MESSAGE(
      "Takes the message and says nothing, while heartbeats go on.",
      atMessage((_, _) -> Script.EMPTY)),
  NO_AGENT_STARTED(
      "Never tells that the agent started.", events(run -> run.without(Event.STARTED))),
  NO_AGENT_THINKING(
      "Never tells what the agent thinks.", events(run -> run.without(Event.THINKING))),
  NO_TOOL_EXECUTING("Never announces a tool.", events(run -> run.without(Event.EXECUTING))),
  NO_TOOL_COMPLETED("Never tells that a tool is done.", events(run -> run.without(Event.EXECUTED))),
  NO_AGENT_COMPLETED(
      "Does all the work and never tells the answer.", events(run -> run.without(Event.COMPLETED))),
  DROPPED_MID_RUN(
      "Ends TCP without a close frame after the first thought.",
      events(run -> run.until(Event.THINKING).then(Cue.at(60, new Act.Cut())))),
  FABRICATED(
      "Answers with five ready-made events in equal gaps, behind which nobody works.",
      atMessage((_, scene) -> Canned.of(scene.text(), scene.visitor()))),
  WRONG_SUM("Adds up wrongly by one.", atMessage(Answers::wrongSum)),
  EMPTY_ANSWER("Completes with an answer that is empty.", events(run -> Answers.replaced(run, ""))),
  SLOW("Does everything right, in a bit more than two seconds.", events(Tempo::slow));

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

  private static Play atWelcome(Twist twist) {
    return new Play.AtWelcome(twist);
  }

  private static Play atMessage(Twist twist) {
    return new Play.AtMessage(twist);
  }

  private static Play events(UnaryOperator<Script> change) {
    return new Play.AtMessage((run, _) -> change.apply(run));
  }
}
