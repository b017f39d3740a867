package io.goldenpath.demo;

import io.goldenpath.demo.DemoLog.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.CloseStatus;
import tools.jackson.databind.node.ObjectNode;

/** One visitor's connection: greets, hears, and has agents at work. */
final class Conversation {

  private final Visitor visitor;
  private final Stage stage;
  private final Mouth mouth;
  private final Plays plays;
  private final Ears ears = new Ears(this::heard);
  private final Burst burst = new Burst();
  private final Player player;
  private final Agents agents;

  Conversation(Visitor visitor, Stage stage, Mouth mouth, Plays plays) {
    this.visitor = visitor;
    this.stage = stage;
    this.mouth = mouth;
    this.plays = plays;
    this.player = new Player(stage, mouth, ears);
    this.agents = new Agents(visitor, stage, plays, player);
  }

  Visitor visitor() {
    return visitor;
  }

  Mouth mouth() {
    return mouth;
  }

  /** Whether the visitor has been welcomed, is heard, and is still there. */
  boolean listens() {
    return ears.areOpen() && !player.isOver();
  }

  boolean hasAsked() {
    return agents.asked() != null;
  }

  Other asOther() {
    return new Other(visitor, agents.asked(), mouth);
  }

  void open() {
    List<Play.AtReturn> again =
        stage.hasSeen(visitor.id()) ? plays.due(Play.AtReturn.class) : List.of();
    stage.present().enter(this);
    List<Play.AtWelcome> due =
        Stream.concat(
                again.stream().map(play -> new Play.AtWelcome(play.twist())),
                plays.due(Play.AtWelcome.class).stream())
            .toList();
    if (due.stream().anyMatch(Play.AtWelcome::company)) {
      stage
          .timing()
          .after(
              Duration.ZERO,
              () -> greet(due, stage.present().companion(visitor.id()).orElse(null)));
    } else {
      greet(due, null);
    }
  }

  /** Tells a visitor that nobody is let in for now. */
  void shutOut() {
    player.play(Greeting.of(Refusal.BREAKER_OPEN));
  }

  /** Tells a visitor that the token is bad. */
  void refuse(Flaw flaw) {
    Script script = Greeting.of(flaw.refusal());
    for (Play.AtRefusal play : plays.due(Play.AtRefusal.class)) {
      script = play.twist().apply(script, scene(null));
    }
    player.play(script);
  }

  void hear(String part, boolean last) {
    ears.hear(part, last);
  }

  /** Goes on with what could not be told on an earlier connection. */
  void resume() {
    agents.resume();
  }

  /** Ends a connection whose visitor has logged out. */
  void logOut() {
    mouth.close(new CloseStatus(4401, "Token has been revoked"));
  }

  void closed(CloseStatus status) {
    if (stage.present().leave(this)) {
      stage.past().left(visitor.id(), stage.now());
    }
    player.over();
    Kind kind = mouth.ended() ? Kind.CLOSED_BY_US : Kind.CLOSED;
    stage.log().add(kind, visitor.name(), String.valueOf(status.getCode()));
  }

  private void greet(List<Play.AtWelcome> due, @Nullable Other other) {
    Script script = Greeting.of(visitor);
    for (Play.AtWelcome play : due) {
      script = play.twist().apply(script, scene(other));
    }
    player.play(
        script,
        rest -> {
          if (rest.cues().isEmpty()) {
            agents.resume();
          }
        });
  }

  private void heard(String text) {
    Heard heard = Heard.of(text);
    boolean rush = !(heard instanceof Heard.Pong) && burst.exceeds(stage.now());
    List<Play.AtBurst> due = rush ? plays.due(Play.AtBurst.class) : List.of();
    if (due.isEmpty()) {
      answer(heard);
    } else {
      due.forEach(play -> player.play(play.script()));
    }
  }

  private void answer(Heard heard) {
    switch (heard) {
      case Heard.Nothing _ -> {}
      case Heard.Shapeless _ -> misheard(Script.EMPTY);
      case Heard.Unreadable(String why) ->
          misheard(saying(now -> Frames.error("FORMAT_ERROR", "Invalid JSON: " + why, now)));
      case Heard.Untyped _ -> misheard(saying(now -> Frames.ack(visitor, "unknown", now)));
      case Heard.Ping _ -> mouth.say(Frames.pong(visitor.id(), stage.now()));
      case Heard.Pong _ -> note("pong");
      case Heard.Heartbeat _ -> mouth.say(Frames.heartbeatAck(stage.now()));
      case Heard.Connect _ -> mouth.say(Frames.connected(visitor, stage.now()));
      case Heard.Unknown(String type) -> mouth.say(Frames.ack(visitor, type, stage.now()));
      case Heard.Canned(String text) -> {
        note("agent_request");
        agents.takeCanned(text);
      }
      case Heard.Message message -> {
        note(message.type());
        agents.take(message);
      }
    }
  }

  private void misheard(Script good) {
    Script script = good;
    for (Play.AtMalformed play : plays.due(Play.AtMalformed.class)) {
      script = play.script();
    }
    player.play(script);
  }

  private static Script saying(Function<Instant, ObjectNode> line) {
    return Script.of(Cue.say(0, line));
  }

  private Scene scene(@Nullable Other other) {
    return new Scene(visitor, "", Ids.fresh(visitor.id()), stage, other);
  }

  private void note(String type) {
    stage.log().add(Kind.MESSAGE, visitor.name(), type);
  }
}
