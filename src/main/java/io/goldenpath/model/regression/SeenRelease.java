package io.goldenpath.model.regression;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The release that a target had in a run, or why it could not be read.
 *
 * @param name Null where it could not be read.
 * @param problem Null where it could.
 */
public record SeenRelease(@Nullable String name, @Nullable String problem) {

  /** Characters of the longest name. */
  public static final int MAX_LENGTH = 200;

  private static final Pattern NAME = Pattern.compile("\\P{C}{1," + MAX_LENGTH + "}");

  /** Of what stood where the name is looked for, without any secret. */
  public static SeenRelease of(String text) {
    String name = text.strip();
    return NAME.matcher(name).matches()
        ? new SeenRelease(name, null)
        : unread("expected 1 to " + MAX_LENGTH + " printable characters, but found " + flaw(name));
  }

  private static String flaw(String name) {
    return name.isEmpty()
        ? "none"
        : name.length() > MAX_LENGTH ? String.valueOf(name.length()) : "others";
  }

  public static SeenRelease unread(String problem) {
    return new SeenRelease(null, problem);
  }
}
