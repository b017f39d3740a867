package io.goldenpath.demo;

import java.util.Optional;

/**
 * What a twist may know of the place where its script is played.
 *
 * @param visitor Whose connection it is.
 * @param text What the visitor asked; empty at the welcome.
 * @param ids What the run's events are known by.
 * @param stage What all connections share.
 */
record Scene(Visitor visitor, String text, Ids ids, Stage stage) {

  Understood request() {
    return Understood.of(text);
  }

  /** The visitor's run before this one. */
  Optional<Ids> earlier() {
    return stage.runs().of(visitor.id());
  }

  /** Somebody else. */
  DemoAccount stranger() {
    return stage.accounts().otherThan(visitor.id());
  }
}
