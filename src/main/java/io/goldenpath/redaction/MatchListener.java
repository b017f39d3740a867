package io.goldenpath.redaction;

/** Callback for the matches of a {@link MultiStringSearch}. */
@FunctionalInterface
public interface MatchListener {

  /** The text of index {@code text} among those searched for begins at {@code from}. */
  void matched(int text, int from);
}
