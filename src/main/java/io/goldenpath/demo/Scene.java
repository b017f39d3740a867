package io.goldenpath.demo;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a twist may know of the place where its script is played.
 *
 * @param visitor Whose connection it is.
 * @param text What the visitor asked; empty at the welcome.
 * @param ids What the run's events are known by.
 * @param stage What all connections share.
 * @param other Somebody else who is there, where a play takes company; else null.
 */
record Scene(Visitor visitor, String text, Ids ids, Stage stage, @Nullable Other other) {

  Understood request() {
    return Understood.of(text);
  }

  /** The visitor's run before this one. */
  Optional<Ids> earlier() {
    return stage.past().of(visitor.id()).map(Asked::ids);
  }

  /** Somebody else. */
  DemoAccount stranger() {
    return stage.accounts().otherThan(visitor.id());
  }
}
