package io.goldenpath.demo;

import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/** Other ways for agents to work, and to name themselves and their runs. */
public enum AgentVariant implements Variant {
  SEVERAL_AGENTS(
      "Has agents that call each other, each with its own start and end.",
      new Play.AtMessage((_, scene) -> several(scene))),
  NAMELESS_OUTER_AGENT(
      "Has agents that work within a start and an end that name no agent.",
      new Play.AtMessage((_, scene) ->
          several(scene)
              .retold(tell -> outer(tell) ? new Act.Tell(tell.event(), Envelopes.BARE) : tell))),
  AGENTS_AT_ONCE(
      "Has agents that work at the same time, each with its own tool.",
      Play.run(AgentVariant::atOnce)),
  AGENT_STARTED_AGAIN(
      "Has an agent that starts over.",
      Play.run(run ->
          run.after(
              Event.THINKING,
              Cue.tell(
                  40,
                  run.event(Event.STARTED)
                      .with(body -> body.put("message", "supervisor has started over")))))),
  HELPER_WITHOUT_END(
      "Has a helping agent that never says that it is done.",
      Play.run(
          run -> run.after(Event.STARTED, Cue.tell(40, run.event(Event.STARTED).by("triage"))))),
  SUBAGENTS_TOLD(
      "Tells of its helpers as `subagent_started` and `subagent_completed`.",
      Play.run(run ->
          run.after(
              Event.STARTED,
              Cue.tell(40, run.event(Event.STARTED).by("triage").named("subagent_started")),
              Cue.tell(40, run.event(Event.STARTED).by("triage").named("subagent_completed"))))),
  TWO_TOOLS(
      "Uses two tools, one after the other.",
      Play.run(run ->
          run.after(
              Event.EXECUTED,
              tool(run, Event.EXECUTING, "search", 1),
              tool(run, Event.EXECUTED, "search", 1)))),
  ONE_TOOL_TWICE(
      "Uses the same tool twice.",
      Play.run(run ->
          run.after(
              Event.EXECUTED,
              tool(run, Event.EXECUTING, "calculator", 2),
              tool(run, Event.EXECUTED, "calculator", 2)))),
  TOOLS_AT_ONCE(
      "Uses two tools at the same time.",
      Play.run(run ->
          run.before(Event.EXECUTING, tool(run, Event.EXECUTING, "search", 1))
              .after(Event.EXECUTED, tool(run, Event.EXECUTED, "search", 1)))),
  TOOL_WITHIN_TOOL(
      "Uses one tool while another waits for it.",
      Play.run(run ->
          run.after(
              Event.EXECUTING,
              tool(run, Event.EXECUTING, "search", 1),
              tool(run, Event.EXECUTED, "search", 1)))),
  SECRETS_REDACTED(
      "Takes whatever looks like a secret out of a tool's parameters.",
      Play.run(run ->
          run.changed(
              Event.EXECUTING,
              event ->
                  event.with(
                      body -> body.withObject("/parameters").put("keyword", "[REDACTED]"))))),
  BUSY_AGENT(
      "Has an agent that tells thirty events, and uses eight tools.",
      new Play.AtMessage(
          (_, scene) -> Tale.busy(scene.request(), scene.ids(), scene.stage().pace()))),
  MANY_THOUGHTS("Thinks ten times.", Play.run(AgentVariant::thoughtful)),
  OWN_ID_EVERYWHERE(
      "Names the user in each event, in every place.",
      Play.told((event, now) -> {
        ObjectNode frame = Envelope.STANDARD.wrap(event, now).put("user_id", event.ids().user());
        frame.putObject("user_context").put("user_id", event.ids().user());
        frame.withObject("/payload").put("user_id", event.ids().user());
        return frame;
      })),
  NO_RUN_ID(
      "Does not say which run an event belongs to.",
      Play.told(Envelope.STANDARD.then(frame -> frame.remove("run_id")))),
  THREAD_ALONE(
      "Says of an event to which conversation it belongs, and not to which run.",
      Play.told(Envelopes.USER_EMITTER.then(frame -> frame.remove("run_id")))),
  NO_AGENT_NAME(
      "Does not say which agent is at work.",
      Play.told(Envelope.STANDARD.then(frame -> frame.remove("agent_name")))),
  SECOND_ATTEMPT(
      "Marks a thought as a second attempt whose first was lost.",
      Play.run(run ->
          run.dressed(Event.THINKING, shape -> shape.then(frame -> frame.put("attempt", 1))))),
  EARLIER_RUN(
      "Sends an event of the user's run before this one.",
      new Play.AtMessage(AgentVariant::belated));

  private final String sentence;
  private final Play play;

  AgentVariant(String sentence, Play play) {
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

  private static Script several(Scene scene) {
    return Tale.of(scene.request().bySeveral(), scene.ids(), scene.stage().pace());
  }

  private static boolean outer(Act.Tell tell) {
    Event event = tell.event();
    return event.agent().equals("supervisor")
        && (event.type().equals(Event.STARTED) || event.type().equals(Event.COMPLETED));
  }

  private static Script atOnce(Script run) {
    return run.after(Event.STARTED, Cue.tell(20, run.event(Event.STARTED).by("triage")))
        .after(Event.EXECUTING, Cue.tell(20, run.event(Event.EXECUTING).by("triage")))
        .after(Event.EXECUTED, Cue.tell(20, run.event(Event.EXECUTED).by("triage")))
        .before(
            Event.COMPLETED,
            Cue.tell(
                20,
                run.event(Event.COMPLETED).by("triage").with(body -> body.put("result", "Done."))));
  }

  private static Script thoughtful(Script run) {
    Event thought = run.event(Event.THINKING);
    return run.after(
        Event.THINKING,
        IntStream.rangeClosed(2, 10)
            .mapToObj(step ->
                Cue.tell(10 + step * 3L, thought.with(body -> body.put("step_number", step))))
            .toArray(Cue[]::new));
  }

  private static Script belated(Script run, Scene scene) {
    return scene
        .earlier()
        .map(earlier ->
            run.before(Event.THINKING, Cue.tell(20, run.event(Event.EXECUTED).with(earlier))))
        .orElse(run);
  }

  private static Cue tool(Script run, String type, String name, int call) {
    return Cue.tell(
        40, run.event(type).with(body -> body.put("tool_name", name).put("call", call)));
  }
}
