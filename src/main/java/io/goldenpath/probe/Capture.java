package io.goldenpath.probe;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A value that is taken from a reply.
 *
 * @param name Variable that holds it from then on.
 * @param from Part of the reply.
 * @param key Pointer into the body, or name of the header or cookie; empty for the whole body.
 * @param pattern Regular expression whose first group is taken; null for the whole value.
 */
public record Capture(String name, Part from, String key, @Nullable String pattern) {

  /** Where a value is looked for. */
  public enum Part {
    POINTER,
    HEADER,
    COOKIE,
    BODY
  }

  /** Where it is looked for, as settings write it. */
  public String place() {
    String part =
        switch (from) {
          case POINTER -> key;
          case HEADER, COOKIE -> from.name().toLowerCase(Locale.ROOT) + ":" + key;
          case BODY -> "";
        };
    return pattern == null ? part : (part + " regex:" + pattern).strip();
  }
}
