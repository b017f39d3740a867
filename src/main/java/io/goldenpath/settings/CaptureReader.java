package io.goldenpath.settings;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.goldenpath.probe.Capture;
import io.goldenpath.probe.Capture.Part;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/** Reads where a value is taken from. */
final class CaptureReader {

  private static final String REGEX = "regex:";
  private static final java.util.regex.Pattern NAME =
      java.util.regex.Pattern.compile("[a-zA-Z][a-zA-Z0-9_-]*");

  private final Mistakes mistakes;

  CaptureReader(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  Optional<Capture> read(String at, String name, String text) {
    if (!NAME.matcher(name).matches()) {
      mistakes.add(at, "the name of a variable is letters, digits, '-' and '_', but is " + name);
      return Optional.empty();
    }
    int regex = text.indexOf(REGEX);
    String place = regex < 0 ? text.strip() : text.substring(0, regex).strip();
    String pattern = regex < 0 ? null : text.substring(regex + REGEX.length());
    if (pattern != null && !compiles(at, pattern)) {
      return Optional.empty();
    }
    Optional<Capture> capture = capture(name, place, pattern);
    if (capture.isEmpty()) {
      mistakes.add(
          at,
          "expected a JSON pointer such as /access_token, header:NAME, cookie:NAME or"
              + " regex:PATTERN, but found '"
              + text
              + "'");
    }
    return capture;
  }

  /** A JSON pointer; empty, with a mistake, where it is none. */
  Optional<String> pointer(String at, @Nullable String text) {
    if (text == null || isPointer(text)) {
      return Optional.ofNullable(text);
    }
    mistakes.add(at, "expected a JSON pointer such as /access_token, but found '" + text + "'");
    return Optional.empty();
  }

  private static Optional<Capture> capture(String name, String place, @Nullable String pattern) {
    if (place.isEmpty() && pattern != null) {
      return Optional.of(new Capture(name, Part.BODY, "", pattern));
    }
    if (isPointer(place)) {
      return Optional.of(new Capture(name, Part.POINTER, place, pattern));
    }
    if (place.startsWith("header:") && place.length() > 7) {
      return Optional.of(new Capture(name, Part.HEADER, place.substring(7).strip(), pattern));
    }
    return place.startsWith("cookie:") && place.length() > 7
        ? Optional.of(new Capture(name, Part.COOKIE, place.substring(7).strip(), pattern))
        : Optional.empty();
  }

  private static boolean isPointer(String text) {
    try {
      return text.startsWith("/") && JsonPointer.compile(text) != null;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private boolean compiles(String at, String pattern) {
    try {
      return Pattern.compile(pattern) != null;
    } catch (PatternSyntaxException broken) {
      mistakes.add(
          at,
          "is no regular expression: %s: '%s'"
              .formatted(broken.getDescription(), broken.getPattern()));
      return false;
    }
  }
}
