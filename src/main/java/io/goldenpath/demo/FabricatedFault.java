package io.goldenpath.demo;

/** How it looks when nobody works. */
public enum FabricatedFault implements Fault {
  FALLBACK_AGENT(
      "Answers with its fallback agent, who only repeats what was asked.",
      new Play.AtMessage((run, scene) -> Canned.fallback(run, scene.text()))),
  CANNED_ANSWER(
      "Works, and completes with a ready-made text.",
      new Play.AtMessage(
          (run, scene) -> Answers.replaced(run, "Agent response for: " + scene.text()))),
  ECHO(
      "Works, and completes with the question as its answer.",
      new Play.AtMessage((run, scene) -> Answers.replaced(run, scene.text()))),
  STAND_IN_TOOL(
      "Uses a tool that only its fallback has.",
      Play.run(run ->
          run.retold(tell ->
              new Act.Tell(Canned.withTool(tell.event(), "analysis_tool"), tell.envelope())))),
  NO_MODEL(
      "Admits that no model was asked.",
      Play.run(run ->
          run.changed(
              Event.COMPLETED, event -> event.with(body -> body.put("real_llm_used", false))))),
  EVEN_PACE("Sends events in gaps that are all the same.", Play.run(run -> Tempo.even(run, 340)));

  private final String sentence;
  private final Play play;

  FabricatedFault(String sentence, Play play) {
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
