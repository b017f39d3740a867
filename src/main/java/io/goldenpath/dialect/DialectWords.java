package io.goldenpath.dialect;

import java.util.List;
import java.util.ResourceBundle;

/** Names and places in the frames of the bundled dialect, from {@code agent-events.properties}. */
final class DialectWords {

  private static final ResourceBundle ALL = ResourceBundle.getBundle("agent-events");

  private DialectWords() {}

  /** The words of this key, in their order. */
  static List<String> of(String key) {
    return List.of(ALL.getString(key).split("\\s+"));
  }
}
