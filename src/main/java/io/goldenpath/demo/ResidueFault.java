package io.goldenpath.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** What is left over from somebody's conversation, and comes before anything was asked. */
public enum ResidueFault implements Fault {
  RESIDUE_EVENTS(
      "Sends the events of the user's last run on a fresh connection.",
      left(ResidueFault::own, ResidueFault::events)),
  RESIDUE_OF_ANOTHER(
      "Sends the events of another user's last run on a fresh connection.",
      left(ResidueFault::others, ResidueFault::events)),
  RESIDUE_ANSWER(
      "Repeats the user's last answer in a notice on a fresh connection.",
      left(
          ResidueFault::own,
          asked ->
              Script.of(
                  Cue.say(
                      10,
                      now -> Notices.system("session_restored", asked.request().answer(), now))))),
  STRANGERS_CODE_BEFORE_QUESTION(
      "Tells another's code on a fresh connection as soon as there is one.",
      new Play.AtWelcome(
          (good, scene) -> good.then(Cue.at(0, new Act.Later(() -> overheard(scene))))));

  private static final Duration OVERHEARING = Duration.ofSeconds(5);

  private final String sentence;
  private final Play play;

  ResidueFault(String sentence, Play play) {
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

  @Override
  public boolean onGoldenPath() {
    return false;
  }

  /** Before the welcome, so that the user cannot have asked anything yet. */
  private static Play left(
      Function<Scene, Optional<Asked>> whose, Function<Asked, Script> remains) {
    return new Play.AtWelcome((good, scene) ->
        whose.apply(scene).map(asked -> remains.apply(asked).then(good)).orElse(good));
  }

  private static Optional<Asked> own(Scene scene) {
    return scene.stage().past().of(scene.visitor().id());
  }

  private static Optional<Asked> others(Scene scene) {
    Stage stage = scene.stage();
    return stage
        .accounts()
        .after(scene.visitor().id())
        .flatMap(account -> stage.past().of(account.id()).stream())
        .findFirst();
  }

  private static Script events(Asked asked) {
    return new Script(asked.events().stream().map(event -> Cue.tell(5, event)).toList());
  }

  private static Script overheard(Scene scene) {
    return scene
        .stage()
        .present()
        .asker(scene.visitor().id(), OVERHEARING)
        .flatMap(Other::code)
        .map(code ->
            Script.of(Cue.say(0, now -> Notices.system("message_received", "Heard " + code, now))))
        .orElse(Script.EMPTY);
  }
}
