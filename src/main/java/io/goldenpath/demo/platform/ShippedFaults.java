package io.goldenpath.demo.platform;

import io.goldenpath.demo.script.CannedScript;
import io.goldenpath.demo.script.DemoEvent;
import io.goldenpath.demo.script.EventEnvelope;
import io.goldenpath.demo.script.Script;
import io.goldenpath.demo.script.ScriptStep;
import io.goldenpath.demo.script.SendEvent;
import io.goldenpath.demo.script.ServerFrames;
import io.goldenpath.demo.script.UserRequest;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** The faults to try first: at least one at each step of the path. */
final class ShippedFaults {

  static final List<DemoBehaviour> ALL =
      List.of(
          new DemoBehaviour(
              "login_denied",
              "Refuses the right password, as if the account were not known.",
              new FaultHook.AtLogin((_, _, _) -> DemoReply.refusal(401, "Invalid credentials"))),
          new DemoBehaviour(
              "upgrade_forbidden",
              "Refuses the upgrade without a reason.",
              new FaultHook.AtUpgrade(DemoReply.bare(403))),
          new DemoBehaviour(
              "silent_after_upgrade",
              "Completes the upgrade and then says nothing, not even a heartbeat.",
              FaultHook.welcome(_ -> Script.EMPTY)),
          run(
              "silent_after_message",
              "Takes the message and says nothing, while heartbeats go on.",
              _ -> Script.EMPTY),
          without("no_agent_started", "Never tells that the agent started.", DemoEvent.STARTED),
          without("no_agent_thinking", "Never tells what the agent thinks.", DemoEvent.THINKING),
          without("no_tool_executing", "Never announces a tool.", DemoEvent.EXECUTING),
          without("no_tool_completed", "Never tells that a tool is done.", DemoEvent.EXECUTED),
          without(
              "no_agent_completed",
              "Does all the work and never tells the answer.",
              DemoEvent.COMPLETED),
          run(
              "thought_before_start",
              "Thinks before it says that it has started.",
              run -> run.swap(DemoEvent.STARTED, DemoEvent.THINKING)),
          run(
              "twice_thinking",
              "Sends `agent_thinking` twice, word for word.",
              run -> run.repeat(DemoEvent.THINKING)),
          run(
              "error_message",
              "Answers with an `error_message` of its handler.",
              _ ->
                  Script.of(
                      ScriptStep.frame(
                          150,
                          now ->
                              ServerFrames.error(
                                  "AGENT_REQUEST_ERROR", "Agent request failed", now)))),
          run(
              "dropped_mid_run",
              "Ends TCP without a close frame after the first thought.",
              run -> run.after(DemoEvent.THINKING, ScriptStep.cut(60))),
          new DemoBehaviour(
              "strangers_id_on_top",
              "Sends an event that names another user on top.",
              new FaultHook.AtMessage(ShippedFaults::withEventOfAnother)),
          new DemoBehaviour(
              "fabricated",
              "Answers with five ready-made events in equal gaps, behind which nobody works.",
              new FaultHook.AtMessage(
                  (_, context) -> CannedScript.of(context.text(), context.user()))),
          new DemoBehaviour(
              "wrong_sum",
              "Adds up wrongly by one.",
              new FaultHook.AtMessage(ShippedFaults::wrongSum)),
          run("empty_answer", "Completes with an answer that is empty.", run -> run.withAnswer("")),
          run(
              "slow",
              "Does everything right, in a bit more than two seconds.",
              ShippedFaults::slow));

  private static final int SLOW_MILLIS = 2150;
  private static final int[] SLOW_PERCENT = {16, 22, 19, 23, 20};

  private ShippedFaults() {}

  private static DemoBehaviour without(String name, String description, String event) {
    return run(name, description, run -> run.without(event));
  }

  private static DemoBehaviour run(String name, String description, UnaryOperator<Script> change) {
    return new DemoBehaviour(name, description, FaultHook.run(change));
  }

  private static Script withEventOfAnother(Script run, ScriptContext context) {
    DemoEvent thought = run.event(DemoEvent.THINKING).with(body -> body.put("step_number", 2));
    EventEnvelope naming =
        EventEnvelope.STANDARD.then(frame -> frame.put("user_id", context.otherAccount().id()));
    return run.after(DemoEvent.THINKING, ScriptStep.at(30, new SendEvent(thought, naming)));
  }

  private static Script wrongSum(Script run, ScriptContext context) {
    UserRequest.Addition addition = context.request().addition();
    return addition == null ? run : run.withAnswer(context.request().answer(addition.sum() + 1));
  }

  /** Slow in all, and no single gap long enough to stand out. */
  private static Script slow(Script run) {
    int count = run.steps().size();
    double sum = IntStream.range(0, count).map(ShippedFaults::percent).sum();
    return new Script(
        IntStream.range(0, count)
            .mapToObj(i ->
                run.steps()
                    .get(i)
                    .after(Duration.ofMillis((long) (SLOW_MILLIS * percent(i) / sum))))
            .toList());
  }

  private static int percent(int index) {
    return SLOW_PERCENT[index % SLOW_PERCENT.length];
  }
}
