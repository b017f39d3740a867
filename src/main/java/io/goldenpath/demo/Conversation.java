package io.goldenpath.demo;

import io.goldenpath.demo.DemoLog.Kind;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.web.socket.CloseStatus;

/** One visitor's connection: greets, listens, and plays what the agents do. */
final class Conversation {

  private static final int RUNS_AT_ONCE = 8;
  private static final int EARLY_MESSAGES = 16;

  private final Visitor visitor;
  private final Stage stage;
  private final Mouth mouth;
  private final List<Play> own;
  private final Queue<String> early = new ArrayDeque<>();
  private final AtomicInteger runs = new AtomicInteger();
  private boolean listening;
  private volatile boolean over;

  /**
   * @param own plays that this connection has for as long as it lasts
   */
  Conversation(Visitor visitor, Stage stage, Mouth mouth, List<Play> own) {
    this.visitor = visitor;
    this.stage = stage;
    this.mouth = mouth;
    this.own = own;
  }

  void open() {
    Script script = Greeting.of(visitor);
    Scene scene = scene("");
    for (Play.AtWelcome play : plays(Play.AtWelcome.class)) {
      script = play.twist().apply(script, scene);
    }
    play(script, 0, () -> {});
  }

  void refuse(Admission.TurnedAway refusal) {
    play(Greeting.of(refusal), 0, () -> {});
  }

  void hear(String text) {
    synchronized (early) {
      if (!listening) {
        if (early.size() < EARLY_MESSAGES) {
          early.add(text);
        }
        return;
      }
    }
    answer(Heard.of(text));
  }

  void closed(CloseStatus status) {
    over = true;
    Kind kind = mouth.ended() ? Kind.CLOSED_BY_US : Kind.CLOSED;
    stage.log().add(kind, visitor.name(), String.valueOf(status.getCode()));
  }

  private void answer(Heard heard) {
    switch (heard) {
      case Heard.Nothing _ -> {}
      case Heard.Unreadable(String why) ->
          mouth.say(Frames.error("FORMAT_ERROR", "Invalid JSON: " + why, stage.now()));
      case Heard.Ping _ -> mouth.say(Frames.pong(visitor, stage.now()));
      case Heard.Pong _ -> note("pong");
      case Heard.Heartbeat _ -> mouth.say(Frames.heartbeatAck(stage.now()));
      case Heard.Connect _ -> mouth.say(Frames.connected(visitor, stage.now()));
      case Heard.Unknown(String type) -> mouth.say(Frames.ack(visitor, type, stage.now()));
      case Heard.Canned(String text) -> run("agent_request", Canned.of(text, visitor));
      case Heard.Message message -> run(message.type(), script(message));
    }
  }

  private Script script(Heard.Message message) {
    Scene scene = scene(message.text());
    Script script = Tale.of(scene.request(), scene.ids(), stage.pace());
    for (Play.AtMessage play : plays(Play.AtMessage.class)) {
      script = play.twist().apply(script, scene);
    }
    stage.runs().began(scene.ids());
    return script;
  }

  private void run(String type, Script script) {
    note(type);
    if (runs.incrementAndGet() > RUNS_AT_ONCE) {
      runs.decrementAndGet();
      mouth.say(Frames.error("TOO_MANY_RUNS", "Too many runs at once", stage.now()));
      return;
    }
    play(script, 0, runs::decrementAndGet);
  }

  private void play(Script script, int index, Runnable end) {
    if (over || index == script.cues().size()) {
      end.run();
      return;
    }
    Cue cue = script.cues().get(index);
    stage
        .timing()
        .after(
            cue.gap(),
            () -> {
              act(cue.act());
              play(script, index + 1, end);
            });
  }

  private void act(Act act) {
    switch (act) {
      case Act.Tell tell -> mouth.say(tell.frame(stage.now()));
      case Act.Say say -> mouth.say(say.line().apply(stage.now()));
      case Act.Spell spell -> mouth.send(spell.messages(stage.now()));
      case Act.Write write -> mouth.send(write.parts());
      case Act.Close(CloseStatus status) -> mouth.close(status);
      case Act.Cut _ -> mouth.cut();
      case Act.Pulse _ -> pulse();
      case Act.Listen _ -> listen();
    }
  }

  private void pulse() {
    if (!over) {
      mouth.say(Frames.ping(stage.now()));
      stage.timing().after(Frames.HEARTBEAT, this::pulse);
    }
  }

  private void listen() {
    synchronized (early) {
      listening = true;
    }
    for (String text = early.poll(); text != null; text = early.poll()) {
      answer(Heard.of(text));
    }
  }

  private <P extends Play> List<P> plays(Class<P> place) {
    return Stream.concat(
            own.stream().filter(place::isInstance).map(place::cast),
            stage.faults().due(place, visitor.name()).stream())
        .toList();
  }

  private Scene scene(String text) {
    return new Scene(visitor, text, Ids.fresh(visitor.id()), stage);
  }

  private void note(String type) {
    stage.log().add(Kind.MESSAGE, visitor.name(), type);
  }
}
