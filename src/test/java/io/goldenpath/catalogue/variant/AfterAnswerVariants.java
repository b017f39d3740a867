package io.goldenpath.catalogue.variant;

import io.goldenpath.catalogue.change.BehaviourGroup;
import io.goldenpath.demo.platform.DemoBehaviour;
import io.goldenpath.demo.platform.FaultHook;
import io.goldenpath.demo.script.DemoJson;
import io.goldenpath.demo.script.ScriptStep;
import io.goldenpath.demo.script.ServerFrames;

/** What may follow the answer. */
public final class AfterAnswerVariants {

  public static final BehaviourGroup GROUP = new BehaviourGroup();

  private static final int FRAME_MILLIS = 40;
  private static final int END_MILLIS = 60;
  private static final int NORMAL_CLOSURE = 1000;
  private static final int GOING_AWAY = 1001;

  public static final DemoBehaviour FRAMES_AFTER_ANSWER =
      GROUP.add(
          "frames_after_answer",
          "Says when the answer is given that the run is complete and the thread is stored.",
          FaultHook.run(run ->
              run.then(
                  ScriptStep.frame(
                      FRAME_MILLIS,
                      now -> ServerFrames.server("run_complete", DemoJson.object(), now)),
                  ScriptStep.frame(
                      FRAME_MILLIS,
                      now -> ServerFrames.server("thread_update", DemoJson.object(), now)),
                  ScriptStep.frame(
                      FRAME_MILLIS,
                      now ->
                          ServerFrames.server(
                              "final_report",
                              DemoJson.object().put("total_duration_ms", 900),
                              now)))));

  public static final DemoBehaviour CLOSED_AFTER_ANSWER =
      GROUP.add(
          "closed_after_answer",
          "Closes with 1000 when the answer is given.",
          FaultHook.run(run -> run.then(ScriptStep.close(END_MILLIS, NORMAL_CLOSURE, ""))));

  public static final DemoBehaviour GONE_AFTER_ANSWER =
      GROUP.add(
          "gone_after_answer",
          "Goes away with 1001 when the answer is given.",
          FaultHook.run(run -> run.then(ScriptStep.close(END_MILLIS, GOING_AWAY, "Going away"))));

  public static final DemoBehaviour CUT_AFTER_ANSWER =
      GROUP.add(
          "cut_after_answer",
          "Ends TCP when the answer is given.",
          FaultHook.run(run -> run.then(ScriptStep.cut(END_MILLIS))));

  private AfterAnswerVariants() {}
}
