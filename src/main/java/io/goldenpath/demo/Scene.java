package io.goldenpath.demo;

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

  /** Somebody else. */
  DemoAccount stranger() {
    return stage.accounts().otherThan(visitor.id());
  }
}
