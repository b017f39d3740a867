package io.goldenpath.catalogue.variant;

import static io.goldenpath.catalogue.change.ScriptEdits.before;
import static io.goldenpath.catalogue.change.ScriptEdits.withEnvelope;

import io.goldenpath.catalogue.change.BehaviourGroup;
import io.goldenpath.catalogue.change.BusyAgent;
import io.goldenpath.catalogue.change.EventWriting;
import io.goldenpath.catalogue.change.PlatformEnvelopes;
import io.goldenpath.catalogue.change.ScriptEdits;
import io.goldenpath.demo.platform.DemoBehaviour;
import io.goldenpath.demo.platform.FaultHook;
import io.goldenpath.demo.platform.ScriptContext;
import io.goldenpath.demo.script.AskedQuestion;
import io.goldenpath.demo.script.DemoEvent;
import io.goldenpath.demo.script.EventEnvelope;
import io.goldenpath.demo.script.Script;
import io.goldenpath.demo.script.ScriptStep;
import io.goldenpath.demo.script.SendEvent;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/** Other ways for agents to work, and to name themselves and their runs. */
public final class AgentVariants {

  public static final BehaviourGroup GROUP = new BehaviourGroup();

  public static final DemoBehaviour SEVERAL_AGENTS =
      GROUP.add(
          "several_agents",
          "Has agents that call each other, each with its own start and end.",
          new FaultHook.AtMessage((_, context) -> several(context)));

  public static final DemoBehaviour NAMELESS_OUTER_AGENT =
      GROUP.add(
          "nameless_outer_agent",
          "Has agents that work within a start and an end that name no agent.",
          new FaultHook.AtMessage((_, context) ->
              ScriptEdits.mapEvents(
                  several(context),
                  sent ->
                      outer(sent) ? new SendEvent(sent.event(), PlatformEnvelopes.BARE) : sent)));

  public static final DemoBehaviour AGENTS_AT_ONCE =
      GROUP.add(
          "agents_at_once",
          "Has agents that work at the same time, each with its own tool.",
          FaultHook.run(AgentVariants::atOnce));

  public static final DemoBehaviour AGENT_STARTED_AGAIN =
      GROUP.add(
          "agent_started_again",
          "Has an agent that starts over.",
          FaultHook.run(run ->
              run.after(
                  DemoEvent.THINKING,
                  ScriptStep.event(
                      40,
                      run.event(DemoEvent.STARTED)
                          .with(body -> body.put("message", "supervisor has started over"))))));

  public static final DemoBehaviour HELPER_WITHOUT_END =
      GROUP.add(
          "helper_without_end",
          "Has a helping agent that never says that it is done.",
          FaultHook.run(run ->
              run.after(
                  DemoEvent.STARTED,
                  ScriptStep.event(40, run.event(DemoEvent.STARTED).by("triage")))));

  public static final DemoBehaviour SUBAGENTS_TOLD =
      GROUP.add(
          "subagents_told",
          "Tells of its helpers as `subagent_started` and `subagent_completed`.",
          FaultHook.run(run ->
              run.after(
                  DemoEvent.STARTED,
                  ScriptStep.event(
                      40, run.event(DemoEvent.STARTED).by("triage").named("subagent_started")),
                  ScriptStep.event(
                      40, run.event(DemoEvent.STARTED).by("triage").named("subagent_completed")))));

  public static final DemoBehaviour TWO_TOOLS =
      GROUP.add(
          "two_tools",
          "Uses two tools, one after the other.",
          FaultHook.run(run ->
              run.after(
                  DemoEvent.EXECUTED,
                  tool(run, DemoEvent.EXECUTING, "search", 1),
                  tool(run, DemoEvent.EXECUTED, "search", 1))));

  public static final DemoBehaviour ONE_TOOL_TWICE =
      GROUP.add(
          "one_tool_twice",
          "Uses the same tool twice.",
          FaultHook.run(run ->
              run.after(
                  DemoEvent.EXECUTED,
                  tool(run, DemoEvent.EXECUTING, "calculator", 2),
                  tool(run, DemoEvent.EXECUTED, "calculator", 2))));

  public static final DemoBehaviour TOOLS_AT_ONCE =
      GROUP.add(
          "tools_at_once",
          "Uses two tools at the same time.",
          FaultHook.run(run ->
              before(run, DemoEvent.EXECUTING, tool(run, DemoEvent.EXECUTING, "search", 1))
                  .after(DemoEvent.EXECUTED, tool(run, DemoEvent.EXECUTED, "search", 1))));

  public static final DemoBehaviour TOOL_WITHIN_TOOL =
      GROUP.add(
          "tool_within_tool",
          "Uses one tool while another waits for it.",
          FaultHook.run(run ->
              run.after(
                  DemoEvent.EXECUTING,
                  tool(run, DemoEvent.EXECUTING, "search", 1),
                  tool(run, DemoEvent.EXECUTED, "search", 1))));

  public static final DemoBehaviour SECRETS_REDACTED =
      GROUP.add(
          "secrets_redacted",
          "Takes whatever looks like a secret out of a tool's parameters.",
          FaultHook.run(run ->
              run.changeEvent(
                  DemoEvent.EXECUTING,
                  event ->
                      event.with(
                          body -> body.withObject("/parameters").put("keyword", "[REDACTED]")))));

  public static final DemoBehaviour BUSY_AGENT =
      GROUP.add(
          "busy_agent",
          "Has an agent that tells thirty events, and uses eight tools.",
          new FaultHook.AtMessage(
              (_, context) -> BusyAgent.of(asked(context), context.state().pace())));

  public static final DemoBehaviour MANY_THOUGHTS =
      GROUP.add("many_thoughts", "Thinks ten times.", FaultHook.run(AgentVariants::thoughtful));

  public static final DemoBehaviour OWN_ID_EVERYWHERE =
      GROUP.add(
          "own_id_everywhere",
          "Names the user in each event, in every place.",
          EventWriting.inEnvelope((event, now) -> {
            ObjectNode frame =
                EventEnvelope.STANDARD.wrap(event, now).put("user_id", event.ids().user());
            frame.putObject("user_context").put("user_id", event.ids().user());
            frame.withObject("/payload").put("user_id", event.ids().user());
            return frame;
          }));

  public static final DemoBehaviour NO_RUN_ID =
      GROUP.add(
          "no_run_id",
          "Does not say which run an event belongs to.",
          EventWriting.inEnvelope(EventEnvelope.STANDARD.then(frame -> frame.remove("run_id"))));

  public static final DemoBehaviour THREAD_ALONE =
      GROUP.add(
          "thread_alone",
          "Says of an event to which conversation it belongs, and not to which run.",
          EventWriting.inEnvelope(
              PlatformEnvelopes.USER_EMITTER.then(frame -> frame.remove("run_id"))));

  public static final DemoBehaviour NO_AGENT_NAME =
      GROUP.add(
          "no_agent_name",
          "Does not say which agent is at work.",
          EventWriting.inEnvelope(
              EventEnvelope.STANDARD.then(frame -> frame.remove("agent_name"))));

  public static final DemoBehaviour SECOND_ATTEMPT =
      GROUP.add(
          "second_attempt",
          "Marks a thought as a second attempt whose first was lost.",
          FaultHook.run(run ->
              withEnvelope(
                  run, DemoEvent.THINKING, shape -> shape.then(frame -> frame.put("attempt", 1)))));

  public static final DemoBehaviour EARLIER_RUN =
      GROUP.add(
          "earlier_run",
          "Sends an event of the user's run before this one.",
          new FaultHook.AtMessage(AgentVariants::belated));

  private AgentVariants() {}

  private static AskedQuestion asked(ScriptContext context) {
    return new AskedQuestion(context.ids(), context.text());
  }

  private static Script several(ScriptContext context) {
    return new AskedQuestion(context.ids(), context.text() + " (by several agents)")
        .script(context.state().pace());
  }

  private static boolean outer(SendEvent sent) {
    DemoEvent event = sent.event();
    return event.agent().equals("supervisor")
        && (event.type().equals(DemoEvent.STARTED) || event.type().equals(DemoEvent.COMPLETED));
  }

  private static Script atOnce(Script run) {
    ScriptStep done =
        ScriptStep.event(
            20,
            run.event(DemoEvent.COMPLETED).by("triage").with(body -> body.put("result", "Done.")));
    Script both = run;
    for (String type : List.of(DemoEvent.STARTED, DemoEvent.EXECUTING, DemoEvent.EXECUTED)) {
      both = both.after(type, ScriptStep.event(20, run.event(type).by("triage")));
    }
    return before(both, DemoEvent.COMPLETED, done);
  }

  private static Script thoughtful(Script run) {
    DemoEvent thought = run.event(DemoEvent.THINKING);
    return run.after(
        DemoEvent.THINKING,
        IntStream.rangeClosed(2, 10)
            .mapToObj(step ->
                ScriptStep.event(
                    10 + step * 3L, thought.with(body -> body.put("step_number", step))))
            .toArray(ScriptStep[]::new));
  }

  private static Script belated(Script run, ScriptContext context) {
    return context
        .state()
        .history()
        .of(context.user().id())
        .map(AskedQuestion::ids)
        .map(earlier ->
            before(
                run,
                DemoEvent.THINKING,
                ScriptStep.event(20, ScriptEdits.withIds(run.event(DemoEvent.EXECUTED), earlier))))
        .orElse(run);
  }

  private static ScriptStep tool(Script run, String type, String name, int call) {
    return ScriptStep.event(
        40, run.event(type).with(body -> body.put("tool_name", name).put("call", call)));
  }
}
