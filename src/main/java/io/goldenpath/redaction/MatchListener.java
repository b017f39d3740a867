package io.goldenpath.redaction;

/** Listener to the matches of a {@code MultiStringSearch}. */
@FunctionalInterface
public interface MatchListener {

  /**
   * A text is here.
   *
   * @param text its place among the texts that are looked for
   * @param from where it begins
   */
  void matched(int text, int from);
}
