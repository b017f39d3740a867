package io.goldenpath.demo;

import java.util.function.BiFunction;

/** How a run is rewritten with what belongs to somebody else. */
@FunctionalInterface
interface Leak {

  Script apply(Script run, Other other);

  /** Plays it where somebody else is there. */
  static Play play(Leak leak) {
    return new Play.AtMessage((run, scene) -> played(leak, run, scene), true);
  }

  /** Plays it with the code of somebody else, where there is one. */
  static Play code(BiFunction<Script, String, Script> leak) {
    return play((run, other) -> other.code().map(code -> leak.apply(run, code)).orElse(run));
  }

  /** Plays it with the question of somebody else, where there is one. */
  static Play question(BiFunction<Script, Asked, Script> leak) {
    return play((run, other) -> other.question().map(asked -> leak.apply(run, asked)).orElse(run));
  }

  private static Script played(Leak leak, Script run, Scene scene) {
    Other other = scene.other();
    return other == null ? run : leak.apply(run, other);
  }
}
