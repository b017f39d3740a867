package io.goldenpath.settings.mistakes;

/** One wrong setting: its key, its file and line or source, and the problem without secrets. */
public record Mistake(String key, String where, String problem) {

  @Override
  public String toString() {
    return key + (where.isEmpty() ? "" : " (" + where + ")") + ": " + problem;
  }
}
