package io.goldenpath.redaction;

/** Is told where one of the texts of a {@code MultiStringSearch} begins. */
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
