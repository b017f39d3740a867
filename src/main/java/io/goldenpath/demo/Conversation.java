package io.goldenpath.demo;

import io.goldenpath.demo.DemoLog.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.CloseStatus;

/** One visitor's connection: greets, hears, and has the agents' work played. */
final class Conversation {

  private static final int RUNS_AT_ONCE = 8;

  private final Visitor visitor;
  private final Stage stage;
  private final Mouth mouth;
  private final List<Play> own;
  private final Ears ears = new Ears(text -> answer(Heard.of(text)));
  private final Player player;
  private final AtomicInteger runs = new AtomicInteger();
  private volatile @Nullable Asked asked;

  /**
   * @param own plays that this connection has for as long as it lasts
   */
  Conversation(Visitor visitor, Stage stage, Mouth mouth, List<Play> own) {
    this.visitor = visitor;
    this.stage = stage;
    this.mouth = mouth;
    this.own = own;
    this.player = new Player(stage, mouth, ears);
  }

  Visitor visitor() {
    return visitor;
  }

  Mouth mouth() {
    return mouth;
  }

  boolean hasAsked() {
    return asked != null;
  }

  /** Whether the visitor has been welcomed and is heard. */
  boolean listens() {
    return ears.areOpen();
  }

  Other asOther() {
    return new Other(visitor, asked, mouth);
  }

  void open() {
    stage.present().enter(this);
    List<Play.AtWelcome> plays = plays(Play.AtWelcome.class);
    if (plays.stream().anyMatch(Play.AtWelcome::company)) {
      stage
          .timing()
          .after(
              Duration.ZERO,
              () -> greet(plays, stage.present().companion(visitor.id()).orElse(null)));
    } else {
      greet(plays, null);
    }
  }

  void refuse(Admission.TurnedAway refusal) {
    player.play(Greeting.of(refusal));
  }

  void hear(String text) {
    ears.hear(text);
  }

  void closed(CloseStatus status) {
    player.over();
    stage.present().leave(this);
    Kind kind = mouth.ended() ? Kind.CLOSED_BY_US : Kind.CLOSED;
    stage.log().add(kind, visitor.name(), String.valueOf(status.getCode()));
  }

  private void greet(List<Play.AtWelcome> plays, @Nullable Other other) {
    Script script = Greeting.of(visitor);
    Scene scene = new Scene(visitor, "", Ids.fresh(visitor.id()), stage, other);
    for (Play.AtWelcome play : plays) {
      script = play.twist().apply(script, scene);
    }
    player.play(script);
  }

  private void answer(Heard heard) {
    switch (heard) {
      case Heard.Nothing _ -> {}
      case Heard.Unreadable(String why) ->
          mouth.say(Frames.error("FORMAT_ERROR", "Invalid JSON: " + why, stage.now()));
      case Heard.Ping _ -> mouth.say(Frames.pong(visitor.id(), stage.now()));
      case Heard.Pong _ -> note("pong");
      case Heard.Heartbeat _ -> mouth.say(Frames.heartbeatAck(stage.now()));
      case Heard.Connect _ -> mouth.say(Frames.connected(visitor, stage.now()));
      case Heard.Unknown(String type) -> mouth.say(Frames.ack(visitor, type, stage.now()));
      case Heard.Canned(String text) ->
          run("agent_request", () -> player.play(Canned.of(text, visitor), _ -> ended()));
      case Heard.Message message -> run(message.type(), () -> begin(message));
    }
  }

  private void run(String type, Runnable begin) {
    note(type);
    if (runs.incrementAndGet() > RUNS_AT_ONCE) {
      ended();
      mouth.say(Frames.error("TOO_MANY_RUNS", "Too many runs at once", stage.now()));
      return;
    }
    begin.run();
  }

  private void ended() {
    runs.decrementAndGet();
  }

  private void begin(Heard.Message message) {
    Ids ids = Ids.fresh(visitor.id());
    Optional<Asked> thread =
        Optional.ofNullable(message.thread()).flatMap(named -> stage.past().in(named));
    boolean foreign = thread.filter(last -> !last.ids().user().equals(visitor.id())).isPresent();
    if (foreign && plays(Play.AtForeignThread.class).isEmpty()) {
      ended();
      mouth.say(
          Frames.error("THREAD_FORBIDDEN", "This thread belongs to another user", stage.now()));
      return;
    }
    Asked question =
        new Asked(
            thread.map(last -> ids.withThread(last.ids().thread())).orElse(ids), message.text());
    asked = question;
    List<Play.AtMessage> plays = plays(Play.AtMessage.class);
    if (foreign) {
      Asked last = thread.orElseThrow();
      plays = Stream.concat(Stream.of(quoting(last)), plays.stream()).toList();
    }
    List<Play.AtMessage> all = plays;
    if (plays.stream().anyMatch(Play.AtMessage::company)) {
      stage
          .timing()
          .after(
              Duration.ZERO,
              () -> work(question, all, stage.present().asker(visitor.id()).orElse(null)));
    } else {
      work(question, plays, null);
    }
  }

  private static Play.AtMessage quoting(Asked last) {
    return new Play.AtMessage((run, _) ->
        Answers.reworded(
            run, answer -> answer + " Before that I said here: " + last.request().answer()));
  }

  private void work(Asked question, List<Play.AtMessage> plays, @Nullable Other other) {
    Script script = question.told(stage.pace());
    Scene scene = new Scene(visitor, question.text(), question.ids(), stage, other);
    for (Play.AtMessage play : plays) {
      script = play.twist().apply(script, scene);
    }
    stage.past().remember(question);
    player.play(script, _ -> ended());
  }

  private <P extends Play> List<P> plays(Class<P> place) {
    return Stream.concat(
            own.stream().filter(place::isInstance).map(place::cast),
            stage.faults().due(place, visitor.name()).stream())
        .toList();
  }

  private void note(String type) {
    stage.log().add(Kind.MESSAGE, visitor.name(), type);
  }
}
