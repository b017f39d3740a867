package io.goldenpath.demo;

import java.util.function.Consumer;
import org.springframework.web.socket.CloseStatus;

/** Plays scripts on one connection until it is over. */
final class Player {

  private final Stage stage;
  private final Mouth mouth;
  private final Ears ears;
  private volatile boolean over;

  Player(Stage stage, Mouth mouth, Ears ears) {
    this.stage = stage;
    this.mouth = mouth;
    this.ears = ears;
  }

  void play(Script script) {
    play(script, _ -> {});
  }

  /** Plays it, and hands over in the end what could not be played any more. */
  void play(Script script, Consumer<Script> end) {
    play(script, 0, end);
  }

  void over() {
    over = true;
  }

  boolean isOver() {
    return over;
  }

  private void play(Script script, int index, Consumer<Script> end) {
    if (index == script.cues().size()) {
      end.accept(Script.EMPTY);
      return;
    }
    Cue cue = script.cues().get(index);
    stage
        .timing()
        .after(
            cue.gap(),
            () -> {
              if (over) {
                end.accept(script.from(index));
              } else if (cue.act() instanceof Act.Later later) {
                play(later.script().get().then(script.from(index + 1)), 0, end);
              } else if (act(cue.act())) {
                play(script, index + 1, end);
              } else {
                over = true;
                end.accept(script.from(index));
              }
            });
  }

  /** Whether it could be done. */
  private boolean act(Act act) {
    return switch (act) {
      case Act.Tell tell -> mouth.say(tell.frame(stage.now()));
      case Act.Say say -> mouth.say(say.line().apply(stage.now()));
      case Act.Spell spell -> mouth.say(spell.tell().frame(stage.now()), spell.writing());
      case Act.Write write -> mouth.send(write.parts());
      case Act.Elsewhere there -> done(() -> say(there));
      case Act.Close(CloseStatus status) -> done(() -> mouth.close(status));
      case Act.Cut _ -> done(mouth::cut);
      case Act.Pulse _ -> done(this::pulse);
      case Act.Listen _ -> done(ears::open);
      case Act.Deafen _ -> done(ears::shut);
      case Act.Later _ -> throw new IllegalStateException("known only when its time has come");
    };
  }

  private static boolean done(Runnable act) {
    act.run();
    return true;
  }

  private void say(Act.Elsewhere there) {
    there
        .mouths()
        .apply(stage.present())
        .forEach(other -> other.say(there.line().apply(stage.now())));
  }

  private void pulse() {
    if (!over) {
      mouth.say(Frames.ping(stage.now()));
      stage.timing().after(Frames.HEARTBEAT, this::pulse);
    }
  }
}
