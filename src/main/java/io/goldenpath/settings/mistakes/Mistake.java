package io.goldenpath.settings.mistakes;

/**
 * One wrong setting.
 *
 * @param key Key that is wrong.
 * @param where File and line, or the source that it comes from.
 * @param problem What is wrong, without secrets, and what would be right.
 */
public record Mistake(String key, String where, String problem) {

  @Override
  public String toString() {
    return key + (where.isEmpty() ? "" : " (" + where + ")") + ": " + problem;
  }
}
