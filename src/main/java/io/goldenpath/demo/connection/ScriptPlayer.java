package io.goldenpath.demo.connection;

import io.goldenpath.demo.script.ConnectionControl;
import io.goldenpath.demo.script.Script;
import io.goldenpath.demo.session.DemoTimer;
import java.util.function.Consumer;

/** Plays scripts on one connection until it is over. */
final class ScriptPlayer {

  private final DemoTimer timer;
  private final ConnectionControl connection;
  private volatile boolean over;

  ScriptPlayer(DemoTimer timer, ConnectionControl connection) {
    this.timer = timer;
    this.connection = connection;
  }

  void play(Script script) {
    play(script, _ -> {});
  }

  void play(Script script, Consumer<Script> end) {
    if (script.steps().isEmpty()) {
      end.accept(script);
      return;
    }
    timer.after(script.steps().getFirst().gap(), () -> perform(script, end));
  }

  /** Steps without a gap run in one go, so that nothing comes between them. */
  private void perform(Script script, Consumer<Script> end) {
    Script rest = script;
    do {
      if (over || !rest.steps().getFirst().action().on(connection)) {
        over = true;
        end.accept(rest);
        return;
      }
      rest = rest.from(1);
    } while (!rest.steps().isEmpty() && rest.steps().getFirst().gap().isZero());
    play(rest, end);
  }

  void over() {
    over = true;
  }

  boolean isOver() {
    return over;
  }
}
