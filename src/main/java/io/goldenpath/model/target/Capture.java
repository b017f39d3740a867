package io.goldenpath.model.target;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A value that is taken from a reply.
 *
 * @param name Variable that holds it from then on.
 * @param key Pointer into the body, or name of the header or cookie; empty for the whole body.
 * @param pattern Regular expression whose first group is taken; null for the whole value.
 */
public record Capture(String name, Source source, String key, @Nullable String pattern) {

  /** Where a value is looked for. */
  public enum Source {
    POINTER,
    HEADER,
    COOKIE,
    BODY
  }

  /** Where it is looked for, as settings write it. */
  public String notation() {
    String part =
        switch (source) {
          case POINTER -> key;
          case HEADER, COOKIE -> source.name().toLowerCase(Locale.ROOT) + ":" + key;
          case BODY -> "";
        };
    return pattern == null ? part : (part + " regex:" + pattern).strip();
  }
}
