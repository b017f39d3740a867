package io.goldenpath.demo;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.web.socket.BinaryMessage;
import tools.jackson.databind.node.ObjectNode;

/** What is wrong with the welcome, or comes before it. */
public enum WelcomeFault implements Fault {
  NO_WELCOME(
      "Beats its heart, listens, and never says welcome.",
      Play.greeting(_ -> Script.of(Cue.at(15, new Act.Pulse()), Cue.at(0, new Act.Listen())))),
  WELCOME_NOT_READY(
      "Says in the welcome that the connection is not ready.",
      welcome(data -> data.put("connection_ready", false))),
  WELCOME_LATE("Says welcome after 0.6 seconds.", first(Cue.at(600, new Act.Pulse()))),
  WELCOME_TOO_LATE(
      "Says welcome after two and a half seconds.", first(Cue.at(2500, new Act.Pulse()))),
  WELCOME_OF_A_STRANGER(
      "Welcomes the user by the id of another.",
      new Play.AtWelcome(
          (_, scene) -> greeting(scene, data -> data.put("user_id", scene.stranger().id())))),
  WELCOME_IN_EMERGENCY(
      "Says in the welcome that it runs in emergency mode.",
      welcome(data -> data.put("emergency_mode", true))),
  DATABASE_DOWN(
      "Reports before the welcome that its database is gone, and works all the same.",
      first(
          Cue.say(
              10,
              now ->
                  Complaints.component(1005, "Database", "Database connectivity failure", now)))),
  INITIALIZATION_FAILED(
      "Reports that it could not start, and says welcome.",
      first(
          Cue.say(5, now -> Notices.progress("initialization_started", now)),
          Cue.say(10, now -> Notices.progress("initialization_failed", now)))),
  INITIALIZATION_TIMED_OUT(
      "Reports that its start took too long, and says welcome.",
      first(
          Cue.say(5, now -> Notices.progress("initialization_started", now)),
          Cue.say(10, now -> Notices.progress("initialization_timeout", now)))),
  SERVICE_FAILED(
      "Reports that one of its services did not start, and says welcome.",
      first(
          Cue.say(5, now -> Notices.progress("initialization_started", now)),
          Cue.say(10, now -> Notices.progress("service_failed", now)))),
  DEGRADED_AT_START(
      "Says before the welcome that it runs degraded.",
      first(
          Cue.say(
              10,
              now -> Notices.system("degraded_mode", "Some services are still starting", now)))),
  HANDLERS_DEGRADED(
      "Says before the welcome that its handlers run degraded.",
      first(
          Cue.say(
              10,
              now ->
                  Notices.system("handler_degraded_mode", "Running with fallback handlers", now)))),
  IN_MAINTENANCE(
      "Announces emergency maintenance before the welcome.",
      first(
          Cue.say(
              10,
              now ->
                  Frames.server(
                      "emergency_maintenance",
                      Json.object().put("message", "Emergency maintenance"),
                      now)))),
  USER_ID_REFUSED(
      "Does not like the user's id, claims that the connection is stable, and ends TCP.",
      Play.greeting(_ ->
          Script.of(
              Cue.say(20, now -> Complaints.recovered(Complaints.BAD_USER, now)),
              Cue.say(5, Notices::recovery),
              Cue.cut(100)))),
  IMPORT_FAILED(
      "Reports an exception and closes with 1011.",
      Play.greeting(_ ->
          Script.of(
              Cue.say(
                  20, now -> Frames.error("UNEXPECTED_ERROR", "name 'time' is not defined", now)),
              Cue.close(10, 1011, "")))),
  AGENT_BEFORE_QUESTION(
      "Tells of an agent before anything was asked.",
      new Play.AtWelcome((good, scene) ->
          good.preceded(
              Cue.tell(5, Strangers.event(Event.STARTED, scene.ids())),
              Cue.tell(5, Strangers.event(Event.THINKING, scene.ids()))))),
  WELCOME_AFTER_GARBAGE(
      "Writes half a frame before the welcome.", first(Cue.raw(10, "{\"type\":\"system_mess"))),
  WELCOME_AFTER_ARRAY("Writes an array before the welcome.", first(Cue.raw(10, "[\"hello\"]"))),
  WELCOME_AFTER_BYTES(
      "Writes a binary frame before the welcome.",
      first(Cue.at(10, new Act.Write(List.of(new BinaryMessage(new byte[] {1, 2, 3}))))));

  private final String sentence;
  private final Play play;

  WelcomeFault(String sentence, Play play) {
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
    return new Play.AtWelcome((_, scene) -> greeting(scene, change));
  }

  private static Script greeting(Scene scene, Consumer<ObjectNode> change) {
    return Greeting.of(now -> {
      ObjectNode frame = Frames.welcome(scene.visitor(), now);
      change.accept(frame.withObject("/data"));
      return frame;
    });
  }
}
