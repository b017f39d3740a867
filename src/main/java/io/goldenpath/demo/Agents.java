package io.goldenpath.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What works on one visitor's questions. */
final class Agents {

  private static final int RUNS_AT_ONCE = 32;

  private final Visitor visitor;
  private final Stage stage;
  private final Plays plays;
  private final Player player;
  private final AtomicInteger runs = new AtomicInteger();
  private volatile @Nullable Asked asked;

  Agents(Visitor visitor, Stage stage, Plays plays, Player player) {
    this.visitor = visitor;
    this.stage = stage;
    this.plays = plays;
    this.player = player;
  }

  /** What they were asked last. */
  @Nullable Asked asked() {
    return asked;
  }

  void takeCanned(String text) {
    if (begins()) {
      player.play(Canned.of(text, visitor), _ -> runs.decrementAndGet());
    }
  }

  void take(Heard.Message message) {
    Optional<Asked> last =
        Optional.ofNullable(message.thread()).flatMap(thread -> stage.past().in(thread));
    boolean foreign = last.filter(one -> !one.ids().user().equals(visitor.id())).isPresent();
    if (foreign && plays.due(Play.AtForeignThread.class).isEmpty()) {
      complain("THREAD_FORBIDDEN", "This thread belongs to another user");
    } else if (begins()) {
      List<Play.AtMessage> due = new ArrayList<>(plays.due(Play.AtMessage.class));
      last.filter(_ -> foreign).map(Agents::quoting).ifPresent(due::addFirst);
      Ids fresh = Ids.fresh(visitor.id());
      Ids ids = last.map(one -> fresh.withThread(one.ids().thread())).orElse(fresh);
      begin(new Asked(ids, message.text()), due);
    }
  }

  private void begin(Asked question, List<Play.AtMessage> due) {
    asked = question;
    if (due.stream().noneMatch(Play.AtMessage::company)) {
      work(question, due, null);
      return;
    }
    stage
        .timing()
        .after(
            Duration.ZERO,
            () -> work(question, due, stage.present().asker(visitor.id()).orElse(null)));
  }

  private void work(Asked question, List<Play.AtMessage> due, @Nullable Other other) {
    Script script = question.told(stage.pace());
    Scene scene = new Scene(visitor, question.text(), question.ids(), stage, other);
    for (Play.AtMessage play : due) {
      script = play.twist().apply(script, scene);
    }
    stage.past().remember(question);
    player.play(script, this::ended);
  }

  /** Goes on with what could not be told on a connection that ended. */
  void resume() {
    player.play(stage.past().take(visitor.id(), stage.now()), this::keep);
  }

  private void ended(Script rest) {
    runs.decrementAndGet();
    keep(rest);
  }

  private void keep(Script rest) {
    List<Play.AtLoss> due = rest.cues().isEmpty() ? List.of() : plays.due(Play.AtLoss.class);
    if (due.isEmpty()) {
      return;
    }
    Script kept = rest;
    for (Play.AtLoss play : due) {
      kept = play.change().apply(kept);
    }
    stage.past().keep(visitor.id(), kept, stage.now());
    stage.present().of(visitor.id()).stream()
        .filter(Conversation::listens)
        .findFirst()
        .ifPresent(Conversation::resume);
  }

  private boolean begins() {
    if (runs.incrementAndGet() > RUNS_AT_ONCE) {
      runs.decrementAndGet();
      complain("TOO_MANY_RUNS", "Too many runs at once");
      return false;
    }
    return true;
  }

  private void complain(String code, String message) {
    player.play(Script.of(Cue.say(0, now -> Frames.error(code, message, now))));
  }

  private static Play.AtMessage quoting(Asked last) {
    return new Play.AtMessage((run, _) ->
        Answers.reworded(
            run, answer -> answer + " Before that I said here: " + last.request().answer()));
  }
}
