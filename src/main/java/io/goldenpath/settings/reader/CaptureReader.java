package io.goldenpath.settings.reader;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.goldenpath.model.target.Capture;
import io.goldenpath.model.target.Capture.Source;
import io.goldenpath.settings.mistakes.Mistakes;
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
    String source = regex < 0 ? text.strip() : text.substring(0, regex).strip();
    String pattern = regex < 0 ? null : text.substring(regex + REGEX.length());
    if (pattern != null && !compiles(at, pattern)) {
      return Optional.empty();
    }
    Optional<Capture> capture = capture(name, source, pattern);
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
  Optional<String> jsonPointer(String at, @Nullable String text) {
    if (text == null || isPointer(text)) {
      return Optional.ofNullable(text);
    }
    mistakes.add(at, "expected a JSON pointer such as /access_token, but found '" + text + "'");
    return Optional.empty();
  }

  private static Optional<Capture> capture(String name, String source, @Nullable String pattern) {
    if (source.isEmpty() && pattern != null) {
      return Optional.of(new Capture(name, Source.BODY, "", pattern));
    }
    if (isPointer(source)) {
      return Optional.of(new Capture(name, Source.POINTER, source, pattern));
    }
    if (source.startsWith("header:") && source.length() > 7) {
      return Optional.of(new Capture(name, Source.HEADER, source.substring(7).strip(), pattern));
    }
    return source.startsWith("cookie:") && source.length() > 7
        ? Optional.of(new Capture(name, Source.COOKIE, source.substring(7).strip(), pattern))
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
