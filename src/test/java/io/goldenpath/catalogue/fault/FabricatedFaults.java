package io.goldenpath.catalogue.fault;

import io.goldenpath.catalogue.change.BehaviourGroup;
import io.goldenpath.catalogue.change.PlatformEnvelopes;
import io.goldenpath.catalogue.change.ScriptEdits;
import io.goldenpath.catalogue.change.TimingChanges;
import io.goldenpath.demo.platform.DemoBehaviour;
import io.goldenpath.demo.platform.FaultHook;
import io.goldenpath.demo.script.DemoEvent;
import io.goldenpath.demo.script.Script;
import io.goldenpath.demo.script.SendEvent;

/** How it looks when nobody works. */
public final class FabricatedFaults {

  public static final BehaviourGroup GROUP = new BehaviourGroup();

  public static final DemoBehaviour FALLBACK_AGENT =
      GROUP.add(
          "fallback_agent",
          "Answers with its fallback agent, who only repeats what was asked.",
          new FaultHook.AtMessage((run, context) -> fallback(run, context.text())));

  public static final DemoBehaviour CANNED_ANSWER =
      GROUP.add(
          "canned_answer",
          "Works, and completes with a ready-made text.",
          new FaultHook.AtMessage(
              (run, context) -> run.withAnswer("Agent response for: " + context.text())));

  public static final DemoBehaviour ECHO =
      GROUP.add(
          "echo",
          "Works, and completes with the question as its answer.",
          new FaultHook.AtMessage((run, context) -> run.withAnswer(context.text())));

  public static final DemoBehaviour STAND_IN_TOOL =
      GROUP.add(
          "stand_in_tool",
          "Uses a tool that only its fallback has.",
          FaultHook.run(run ->
              ScriptEdits.mapEvents(
                  run,
                  sent ->
                      new SendEvent(withTool(sent.event(), "analysis_tool"), sent.envelope()))));

  public static final DemoBehaviour NO_MODEL =
      GROUP.add(
          "no_model",
          "Admits that no model was asked.",
          FaultHook.run(run ->
              run.changeEvent(
                  DemoEvent.COMPLETED,
                  event -> event.with(body -> body.put("real_llm_used", false)))));

  public static final DemoBehaviour EVEN_PACE =
      GROUP.add(
          "even_pace",
          "Sends events in gaps that are all the same.",
          FaultHook.run(run -> TimingChanges.even(run, 340)));

  private FabricatedFaults() {}

  private static Script fallback(Script run, String text) {
    return ScriptEdits.mapEvents(
            run,
            sent ->
                new SendEvent(
                    withTool(sent.event().by("ChatAgent"), "response_generator"),
                    PlatformEnvelopes.FLAT))
        .withAnswer("Agent processed your message: '" + text + "'");
  }

  /** The event with this tool for the one that it names, if it names any. */
  private static DemoEvent withTool(DemoEvent event, String tool) {
    return event.with(body -> {
      if (body.has("tool_name")) {
        body.put("tool_name", tool);
      }
    });
  }
}
