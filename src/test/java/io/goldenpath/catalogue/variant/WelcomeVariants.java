package io.goldenpath.catalogue.variant;

import static io.goldenpath.catalogue.change.ScriptEdits.startingWith;

import io.goldenpath.catalogue.change.BehaviourGroup;
import io.goldenpath.catalogue.change.ScriptEdits;
import io.goldenpath.catalogue.change.SystemNotices;
import io.goldenpath.demo.platform.DemoBehaviour;
import io.goldenpath.demo.platform.DemoReply;
import io.goldenpath.demo.platform.FaultHook;
import io.goldenpath.demo.script.DemoJson;
import io.goldenpath.demo.script.Script;
import io.goldenpath.demo.script.ScriptStep;
import io.goldenpath.demo.script.ServerFrames;
import io.goldenpath.demo.script.WelcomeScript;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** Other ways to let a user in. */
public final class WelcomeVariants {

  public static final BehaviourGroup GROUP = new BehaviourGroup();

  public static final DemoBehaviour LOGIN_CREATES =
      GROUP.add(
          "login_creates",
          "Answers a login with 201.",
          new FaultHook.AtLogin((good, _, _) -> DemoReply.json(201, good.body())));

  public static final DemoBehaviour LOGIN_TELLS_MORE =
      GROUP.add(
          "login_tells_more",
          "Answers a login with more than it used to.",
          new FaultHook.AtLogin((good, _, _) ->
              DemoReply.json(
                  200,
                  DemoJson.MAPPER
                      .readTree(good.body())
                      .asObject()
                      .put("refresh_token", "r-1")
                      .put("scope", "chat"))));

  public static final DemoBehaviour FLAT_WELCOME =
      GROUP.add(
          "flat_welcome",
          "Says `connection_established` in a frame whose fields all stand on top.",
          new FaultHook.AtWelcome((_, context) ->
              WelcomeScript.of(now ->
                  DemoJson.object()
                      .put("type", "connection_established")
                      .put("connection_id", "c-" + context.ids().run())
                      .put("user_id", context.user().id())
                      .put("isolation_mode", "user")
                      .put("timestamp", DemoJson.iso(now)))));

  public static final DemoBehaviour TERSE_WELCOME =
      GROUP.add(
          "terse_welcome",
          "Says `connection_ready` and whose connection it is, and no more.",
          new FaultHook.AtWelcome((_, context) ->
              WelcomeScript.of(_ ->
                  DemoJson.object()
                      .put("type", "connection_ready")
                      .put("user_id", context.user().id()))));

  public static final DemoBehaviour NAMELESS_WELCOME =
      GROUP.add(
          "nameless_welcome",
          "Does not say in the welcome whose connection it is.",
          welcome(data -> data.remove("user_id")));

  public static final DemoBehaviour WELCOME_WITHOUT_CONFIG =
      GROUP.add(
          "welcome_without_config",
          "Says in the welcome nothing of its limits.",
          welcome(data -> data.remove("config")));

  public static final DemoBehaviour WELCOME_TWICE =
      GROUP.add(
          "welcome_twice",
          "Says welcome a second time.",
          new FaultHook.AtWelcome(
              (good, context) -> good.then(ScriptEdits.welcome(30, context.user()))));

  public static final DemoBehaviour NO_HEARTBEAT =
      GROUP.add(
          "no_heartbeat",
          "Has no heartbeat of its own.",
          new FaultHook.AtWelcome((_, context) ->
              Script.of(ScriptEdits.welcome(40, context.user()), WelcomeScript.reading(0))));

  public static final DemoBehaviour HEARTBEAT_AFTER_WELCOME =
      GROUP.add(
          "heartbeat_after_welcome",
          "Begins its heartbeat after the welcome.",
          new FaultHook.AtWelcome((_, context) ->
              Script.of(
                  ScriptEdits.welcome(40, context.user()),
                  WelcomeScript.reading(0),
                  WelcomeScript.heartbeat(20))));

  public static final DemoBehaviour INITIALIZATION_COMPLETED =
      GROUP.add(
          "initialization_completed",
          "Tells how it starts, to a good end, in frames without a type.",
          first(
              ScriptStep.frame(5, now -> SystemNotices.progress("initialization_started", now)),
              ScriptStep.frame(5, now -> SystemNotices.progress("service_initializing", now)),
              ScriptStep.frame(5, now -> SystemNotices.progress("service_completed", now)),
              ScriptStep.frame(5, now -> SystemNotices.progress("initialization_completed", now))));

  public static final DemoBehaviour AUTH_TOLD =
      GROUP.add(
          "auth_told",
          "Tells how it looks at the token.",
          first(
              ScriptStep.frame(
                  5, now -> ServerFrames.server("auth_started", DemoJson.object(), now)),
              ScriptStep.frame(
                  5, now -> ServerFrames.server("auth_validating", DemoJson.object(), now)),
              ScriptStep.frame(
                  5, now -> ServerFrames.server("auth_completed", DemoJson.object(), now))));

  public static final DemoBehaviour CONNECTED_BEFORE_WELCOME =
      GROUP.add(
          "connected_before_welcome",
          "Says that the user is connected, before it says that it is ready.",
          new FaultHook.AtWelcome((good, context) ->
              startingWith(
                  good, ScriptStep.frame(5, now -> ServerFrames.connected(context.user(), now)))));

  public static final DemoBehaviour STATUS_BEFORE_WELCOME =
      GROUP.add(
          "status_before_welcome",
          "Says before the welcome how its services are.",
          first(
              ScriptStep.frame(
                  5,
                  now ->
                      SystemNotices.system("service_status_update", "All services are up", now))));

  public static final DemoBehaviour RECOVERED_BEFORE_WELCOME =
      GROUP.add(
          "recovered_before_welcome",
          "Says before the welcome that a service is back.",
          first(
              ScriptStep.frame(
                  5, now -> SystemNotices.system("service_recovery", "Search is back", now))));

  private WelcomeVariants() {}

  private static FaultHook first(ScriptStep... steps) {
    return FaultHook.welcome(good -> startingWith(good, steps));
  }

  private static FaultHook welcome(Consumer<ObjectNode> change) {
    return new FaultHook.AtWelcome((_, context) ->
        WelcomeScript.of(now -> {
          ObjectNode frame = ServerFrames.welcome(context.user(), now);
          change.accept(frame.withObject("/data"));
          return frame;
        }));
  }
}
