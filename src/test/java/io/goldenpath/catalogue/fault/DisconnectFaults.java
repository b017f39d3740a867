package io.goldenpath.catalogue.fault;

import static io.goldenpath.catalogue.change.ScriptEdits.until;

import io.goldenpath.catalogue.change.BehaviourGroup;
import io.goldenpath.catalogue.change.ErrorChanges;
import io.goldenpath.catalogue.change.SystemNotices;
import io.goldenpath.demo.platform.DemoBehaviour;
import io.goldenpath.demo.platform.FaultHook;
import io.goldenpath.demo.script.DemoEvent;
import io.goldenpath.demo.script.Script;
import io.goldenpath.demo.script.ScriptStep;

/** How the connection ends before the run does. */
public final class DisconnectFaults {

  public static final BehaviourGroup GROUP = new BehaviourGroup();

  public static final DemoBehaviour CUT_ON_MESSAGE =
      GROUP.add(
          "cut_on_message",
          "Ends TCP when a message comes.",
          FaultHook.run(_ -> Script.of(ScriptStep.cut(10))));

  public static final DemoBehaviour CUT_IN_TOOL =
      GROUP.add(
          "cut_in_tool",
          "Ends TCP while a tool is at work.",
          FaultHook.run(run -> until(run, DemoEvent.EXECUTING).then(ScriptStep.cut(60))));

  public static final DemoBehaviour CUT_BEFORE_ANSWER =
      GROUP.add(
          "cut_before_answer",
          "Ends TCP when all that is missing is the answer.",
          FaultHook.run(run -> until(run, DemoEvent.EXECUTED).then(ScriptStep.cut(60))));

  public static final DemoBehaviour CLOSED_ON_MESSAGE =
      GROUP.add(
          "closed_on_message",
          "Closes with 1011 when a message comes.",
          FaultHook.run(_ -> Script.of(ScriptStep.close(10, 1011, ""))));

  public static final DemoBehaviour CLOSED_AS_TOO_BIG =
      GROUP.add(
          "closed_as_too_big",
          "Closes with 1009 when a message comes.",
          FaultHook.run(_ -> Script.of(ScriptStep.close(10, 1009, "Message too big"))));

  public static final DemoBehaviour CLOSED_MID_RUN =
      GROUP.add(
          "closed_mid_run",
          "Closes with 1011 because an event could not be written.",
          FaultHook.run(run ->
              run.after(
                  DemoEvent.THINKING,
                  ScriptStep.close(60, 1011, "Object of type datetime is not JSON serializable"))));

  public static final DemoBehaviour CLOSED_WITHOUT_ANSWER =
      GROUP.add(
          "closed_without_answer",
          "Closes with 1000 in the middle of a run, as if it were over.",
          FaultHook.run(
              run -> until(run, DemoEvent.EXECUTED).then(ScriptStep.close(60, 1000, ""))));

  public static final DemoBehaviour CLOSED_FOR_SHUTDOWN =
      GROUP.add(
          "closed_for_shutdown",
          "Announces that it shuts down and closes with 1001.",
          FaultHook.run(run ->
              until(run, DemoEvent.THINKING)
                  .then(
                      ScriptStep.frame(
                          40,
                          now ->
                              SystemNotices.system(
                                  "connection_closing", "Server is shutting down", now)),
                      ScriptStep.close(40, 1001, "Going away"))));

  public static final DemoBehaviour CLOSED_FOR_RESTART =
      GROUP.add(
          "closed_for_restart",
          "Closes with 1012 in the middle of a run.",
          FaultHook.run(
              run -> run.after(DemoEvent.STARTED, ScriptStep.close(60, 1012, "Service restart"))));

  public static final DemoBehaviour CLOSED_BY_RATE =
      GROUP.add(
          "closed_by_rate",
          "Closes with 1008 in the middle of a run and says when to come back.",
          FaultHook.run(run ->
              until(run, DemoEvent.STARTED)
                  .then(ScriptStep.close(60, 1008, "Rate limit exceeded - retry after 12s"))));

  public static final DemoBehaviour CLOSED_BY_LOAD =
      GROUP.add(
          "closed_by_load",
          "Closes with 1013 in the middle of a run.",
          FaultHook.run(run ->
              until(run, DemoEvent.STARTED)
                  .then(ScriptStep.close(60, 1013, "Service temporarily unavailable"))));

  public static final DemoBehaviour SESSION_EXPIRED =
      GROUP.add(
          "session_expired",
          "Closes with 4401 in the middle of a run, for the token has run out.",
          FaultHook.run(run ->
              until(run, DemoEvent.THINKING).then(ScriptStep.close(60, 4401, "Token expired"))));

  public static final DemoBehaviour SESSION_REVOKED =
      GROUP.add(
          "session_revoked",
          "Says in the middle of a run that the user is no longer let in, and closes with 1011.",
          FaultHook.run(run ->
              until(run, DemoEvent.THINKING)
                  .then(
                      ScriptStep.frame(
                          40, now -> ErrorChanges.authentication("Token has been revoked", now)),
                      ScriptStep.close(20, 1011, "Auth error"))));

  public static final DemoBehaviour FALSE_RECOVERY =
      GROUP.add(
          "false_recovery",
          "Reports an error, claims that the connection is stable, and ends TCP.",
          FaultHook.run(run ->
              until(run, DemoEvent.STARTED)
                  .then(
                      ScriptStep.frame(
                          40, now -> ErrorChanges.recovered("Invalid run_id format", now)),
                      ScriptStep.frame(5, SystemNotices::recovery),
                      ScriptStep.cut(100))));

  private DisconnectFaults() {}
}
