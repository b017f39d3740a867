package io.goldenpath.demo;

import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** Other ways to let a user in. */
public enum WelcomeVariant implements Variant {
  LOGIN_CREATES(
      "Answers a login with 201.",
      new Play.AtLogin((good, _, _) -> LoginReply.json(201, good.body()))),
  LOGIN_TELLS_MORE(
      "Answers a login with more than it used to.",
      new Play.AtLogin((good, _, _) ->
          LoginReply.json(
              200,
              Json.MAPPER
                  .readTree(good.body())
                  .asObject()
                  .put("refresh_token", "r-1")
                  .put("scope", "chat")))),
  FLAT_WELCOME(
      "Says `connection_established` in a frame whose fields all stand on top.",
      new Play.AtWelcome((_, scene) ->
          Greeting.of(now ->
              Json.object()
                  .put("type", "connection_established")
                  .put("connection_id", "c-" + scene.ids().run())
                  .put("user_id", scene.visitor().id())
                  .put("isolation_mode", "user")
                  .put("timestamp", Json.iso(now))))),
  TERSE_WELCOME(
      "Says `connection_ready` and whose connection it is, and no more.",
      new Play.AtWelcome((_, scene) ->
          Greeting.of(_ ->
              Json.object().put("type", "connection_ready").put("user_id", scene.visitor().id())))),
  NAMELESS_WELCOME(
      "Does not say in the welcome whose connection it is.",
      welcome(data -> data.remove("user_id"))),
  WELCOME_WITHOUT_CONFIG(
      "Says in the welcome nothing of its limits.", welcome(data -> data.remove("config"))),
  WELCOME_TWICE(
      "Says welcome a second time.",
      new Play.AtWelcome(
          (good, scene) -> good.then(Cue.at(30, Greeting.welcome(scene.visitor()))))),
  NO_HEARTBEAT(
      "Has no heartbeat of its own.",
      new Play.AtWelcome((_, scene) ->
          Script.of(Cue.at(40, Greeting.welcome(scene.visitor())), Cue.at(0, new Act.Listen())))),
  HEARTBEAT_AFTER_WELCOME(
      "Begins its heartbeat after the welcome.",
      new Play.AtWelcome((_, scene) ->
          Script.of(
              Cue.at(40, Greeting.welcome(scene.visitor())),
              Cue.at(0, new Act.Listen()),
              Cue.at(20, new Act.Pulse())))),
  INITIALIZATION_COMPLETED(
      "Tells how it starts, to a good end, in frames without a type.",
      first(
          Cue.say(5, now -> Notices.progress("initialization_started", now)),
          Cue.say(5, now -> Notices.progress("service_initializing", now)),
          Cue.say(5, now -> Notices.progress("service_completed", now)),
          Cue.say(5, now -> Notices.progress("initialization_completed", now)))),
  AUTH_TOLD(
      "Tells how it looks at the token.",
      first(
          Cue.say(5, now -> Frames.server("auth_started", Json.object(), now)),
          Cue.say(5, now -> Frames.server("auth_validating", Json.object(), now)),
          Cue.say(5, now -> Frames.server("auth_completed", Json.object(), now)))),
  CONNECTED_BEFORE_WELCOME(
      "Says that the user is connected, before it says that it is ready.",
      new Play.AtWelcome((good, scene) ->
          good.preceded(Cue.say(5, now -> Frames.connected(scene.visitor(), now))))),
  STATUS_BEFORE_WELCOME(
      "Says before the welcome how its services are.",
      first(
          Cue.say(5, now -> Notices.system("service_status_update", "All services are up", now)))),
  RECOVERED_BEFORE_WELCOME(
      "Says before the welcome that a service is back.",
      first(Cue.say(5, now -> Notices.system("service_recovery", "Search is back", now))));

  private final String sentence;
  private final Play play;

  WelcomeVariant(String sentence, Play play) {
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

  private static Play first(Cue... cues) {
    return Play.greeting(good -> good.preceded(cues));
  }

  private static Play welcome(Consumer<ObjectNode> change) {
    return new Play.AtWelcome((_, scene) ->
        Greeting.of(now -> {
          ObjectNode frame = Frames.welcome(scene.visitor(), now);
          change.accept(frame.withObject("/data"));
          return frame;
        }));
  }
}
