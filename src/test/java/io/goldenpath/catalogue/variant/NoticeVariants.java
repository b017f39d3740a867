package io.goldenpath.catalogue.variant;

import static io.goldenpath.catalogue.change.ScriptEdits.before;

import io.goldenpath.catalogue.change.BehaviourGroup;
import io.goldenpath.catalogue.change.Companions;
import io.goldenpath.catalogue.change.SystemNotices;
import io.goldenpath.demo.platform.DemoBehaviour;
import io.goldenpath.demo.platform.FaultHook;
import io.goldenpath.demo.platform.ScriptContext;
import io.goldenpath.demo.script.DemoEvent;
import io.goldenpath.demo.script.DemoJson;
import io.goldenpath.demo.script.ScriptAction;
import io.goldenpath.demo.script.ScriptStep;
import io.goldenpath.demo.script.ServerFrames;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** Notices and replies in the middle of a run. */
public final class NoticeVariants {

  public static final BehaviourGroup GROUP = new BehaviourGroup();

  private static final int PAUSE_MILLIS = 10;

  public static final DemoBehaviour NOTICE_TO_EVERYBODY =
      GROUP.add(
          "notice_to_everybody",
          "Sends everybody who is connected the same notice in the middle of a run.",
          new FaultHook.AtMessage((run, context) ->
              before(
                  run,
                  DemoEvent.THINKING,
                  ScriptStep.at(
                      PAUSE_MILLIS,
                      ScriptAction.of(connection -> notice(context, connection.now()))))));

  public static final DemoBehaviour SERVICE_RECOVERED =
      GROUP.add(
          "service_recovered",
          "Says in the middle of a run that a service is back.",
          FaultHook.run(run ->
              before(
                  run,
                  DemoEvent.THINKING,
                  ScriptStep.frame(
                      PAUSE_MILLIS,
                      now -> SystemNotices.system("service_recovery", "Search is back", now)))));

  public static final DemoBehaviour RESPONSE_BESIDE =
      GROUP.add(
          "response_beside",
          "Sends an `agent_response` beside the whole run.",
          new FaultHook.AtMessage((run, context) ->
              before(
                  run,
                  DemoEvent.COMPLETED,
                  ScriptStep.frame(
                      PAUSE_MILLIS,
                      now ->
                          ServerFrames.server(
                              "agent_response",
                              DemoJson.object().put("content", context.request().answer()),
                              now)))));

  private NoticeVariants() {}

  private static void notice(ScriptContext context, Instant now) {
    ObjectNode notice =
        ServerFrames.server(
            "broadcast", DemoJson.object().put("message", "Maintenance on Sunday at 6"), now);
    Companions.listening(context).forEach(user -> user.send(notice.deepCopy()));
  }
}
