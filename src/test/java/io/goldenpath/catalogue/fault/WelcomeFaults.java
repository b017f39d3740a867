package io.goldenpath.catalogue.fault;

import static io.goldenpath.catalogue.change.ScriptEdits.startingWith;

import io.goldenpath.catalogue.change.BehaviourGroup;
import io.goldenpath.catalogue.change.ErrorChanges;
import io.goldenpath.catalogue.change.ForeignEventChanges;
import io.goldenpath.catalogue.change.ScriptEdits;
import io.goldenpath.catalogue.change.SystemNotices;
import io.goldenpath.demo.platform.DemoBehaviour;
import io.goldenpath.demo.platform.FaultHook;
import io.goldenpath.demo.platform.ScriptContext;
import io.goldenpath.demo.script.DemoEvent;
import io.goldenpath.demo.script.DemoJson;
import io.goldenpath.demo.script.Script;
import io.goldenpath.demo.script.ScriptStep;
import io.goldenpath.demo.script.ServerFrames;
import io.goldenpath.demo.script.WelcomeScript;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.web.socket.BinaryMessage;
import tools.jackson.databind.node.ObjectNode;

/** What is wrong with the welcome, or comes before it. */
public final class WelcomeFaults {

  public static final BehaviourGroup GROUP = new BehaviourGroup();

  public static final DemoBehaviour NO_WELCOME =
      GROUP.add(
          "no_welcome",
          "Beats its heart, listens, and never says welcome.",
          FaultHook.welcome(_ -> Script.of(WelcomeScript.heartbeat(15), WelcomeScript.reading(0))));

  public static final DemoBehaviour WELCOME_NOT_READY =
      GROUP.add(
          "welcome_not_ready",
          "Says in the welcome that the connection is not ready.",
          welcome(data -> data.put("connection_ready", false)));

  public static final DemoBehaviour WELCOME_LATE =
      GROUP.add(
          "welcome_late", "Says welcome after 0.6 seconds.", first(WelcomeScript.heartbeat(600)));

  public static final DemoBehaviour WELCOME_TOO_LATE =
      GROUP.add(
          "welcome_too_late",
          "Says welcome after two and a half seconds.",
          first(WelcomeScript.heartbeat(2500)));

  public static final DemoBehaviour WELCOME_OF_A_STRANGER =
      GROUP.add(
          "welcome_of_a_stranger",
          "Welcomes the user by the id of another.",
          new FaultHook.AtWelcome((_, context) ->
              greeting(context, data -> data.put("user_id", context.otherAccount().id()))));

  public static final DemoBehaviour WELCOME_IN_EMERGENCY =
      GROUP.add(
          "welcome_in_emergency",
          "Says in the welcome that it runs in emergency mode.",
          welcome(data -> data.put("emergency_mode", true)));

  public static final DemoBehaviour DATABASE_DOWN =
      GROUP.add(
          "database_down",
          "Reports before the welcome that its database is gone, and works all the same.",
          first(
              ScriptStep.frame(
                  10,
                  now ->
                      ErrorChanges.component(
                          1005, "Database", "Database connectivity failure", now))));

  public static final DemoBehaviour INITIALIZATION_FAILED =
      GROUP.add(
          "initialization_failed",
          "Reports that it could not start, and says welcome.",
          first(
              ScriptStep.frame(5, now -> SystemNotices.progress("initialization_started", now)),
              ScriptStep.frame(10, now -> SystemNotices.progress("initialization_failed", now))));

  public static final DemoBehaviour INITIALIZATION_TIMED_OUT =
      GROUP.add(
          "initialization_timed_out",
          "Reports that its start took too long, and says welcome.",
          first(
              ScriptStep.frame(5, now -> SystemNotices.progress("initialization_started", now)),
              ScriptStep.frame(10, now -> SystemNotices.progress("initialization_timeout", now))));

  public static final DemoBehaviour SERVICE_FAILED =
      GROUP.add(
          "service_failed",
          "Reports that one of its services did not start, and says welcome.",
          first(
              ScriptStep.frame(5, now -> SystemNotices.progress("initialization_started", now)),
              ScriptStep.frame(10, now -> SystemNotices.progress("service_failed", now))));

  public static final DemoBehaviour DEGRADED_AT_START =
      GROUP.add(
          "degraded_at_start",
          "Says before the welcome that it runs degraded.",
          first(
              ScriptStep.frame(
                  10,
                  now ->
                      SystemNotices.system(
                          "degraded_mode", "Some services are still starting", now))));

  public static final DemoBehaviour HANDLERS_DEGRADED =
      GROUP.add(
          "handlers_degraded",
          "Says before the welcome that its handlers run degraded.",
          first(
              ScriptStep.frame(
                  10,
                  now ->
                      SystemNotices.system(
                          "handler_degraded_mode", "Running with fallback handlers", now))));

  public static final DemoBehaviour IN_MAINTENANCE =
      GROUP.add(
          "in_maintenance",
          "Announces emergency maintenance before the welcome.",
          first(
              ScriptStep.frame(
                  10,
                  now ->
                      ServerFrames.server(
                          "emergency_maintenance",
                          DemoJson.object().put("message", "Emergency maintenance"),
                          now))));

  public static final DemoBehaviour USER_ID_REFUSED =
      GROUP.add(
          "user_id_refused",
          "Does not like the user's id, claims that the connection is stable, and ends TCP.",
          FaultHook.welcome(_ ->
              Script.of(
                  ScriptStep.frame(20, now -> ErrorChanges.recovered(ErrorChanges.BAD_USER, now)),
                  ScriptStep.frame(5, SystemNotices::recovery),
                  ScriptStep.cut(100))));

  public static final DemoBehaviour IMPORT_FAILED =
      GROUP.add(
          "import_failed",
          "Reports an exception and closes with 1011.",
          FaultHook.welcome(_ ->
              Script.of(
                  ScriptStep.frame(
                      20,
                      now ->
                          ServerFrames.error(
                              "UNEXPECTED_ERROR", "name 'time' is not defined", now)),
                  ScriptStep.close(10, 1011, ""))));

  public static final DemoBehaviour AGENT_BEFORE_QUESTION =
      GROUP.add(
          "agent_before_question",
          "Tells of an agent before anything was asked.",
          new FaultHook.AtWelcome((good, context) ->
              startingWith(
                  good,
                  ScriptStep.event(5, ForeignEventChanges.event(DemoEvent.STARTED, context.ids())),
                  ScriptStep.event(
                      5, ForeignEventChanges.event(DemoEvent.THINKING, context.ids())))));

  public static final DemoBehaviour WELCOME_AFTER_GARBAGE =
      GROUP.add(
          "welcome_after_garbage",
          "Writes half a frame before the welcome.",
          first(ScriptEdits.text(10, "{\"type\":\"system_mess")));

  public static final DemoBehaviour WELCOME_AFTER_ARRAY =
      GROUP.add(
          "welcome_after_array",
          "Writes an array before the welcome.",
          first(ScriptEdits.text(10, "[\"hello\"]")));

  public static final DemoBehaviour WELCOME_AFTER_BYTES =
      GROUP.add(
          "welcome_after_bytes",
          "Writes a binary frame before the welcome.",
          first(
              ScriptStep.at(
                  10,
                  connection ->
                      connection.write(List.of(new BinaryMessage(new byte[] {1, 2, 3}))))));

  private WelcomeFaults() {}

  private static FaultHook first(ScriptStep... steps) {
    return FaultHook.welcome(good -> startingWith(good, steps));
  }

  private static FaultHook welcome(Consumer<ObjectNode> change) {
    return new FaultHook.AtWelcome((_, context) -> greeting(context, change));
  }

  private static Script greeting(ScriptContext context, Consumer<ObjectNode> change) {
    return WelcomeScript.of(now -> {
      ObjectNode frame = ServerFrames.welcome(context.user(), now);
      change.accept(frame.withObject("/data"));
      return frame;
    });
  }
}
