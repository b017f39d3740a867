package io.goldenpath.settings.request;

import static java.util.Objects.requireNonNullElse;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.goldenpath.model.target.Capture;
import io.goldenpath.model.target.Capture.Source;
import io.goldenpath.settings.mistakes.SettingKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/** Reads where a value is taken from. */
public final class CaptureReader {

  private static final String REGEX = "regex:";
  private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9_-]*");
  private static final Pattern HEADER_OR_COOKIE = Pattern.compile("(header|cookie):(.+)");

  private CaptureReader() {}

  public static Optional<Capture> read(SettingKey at, String name, String text) {
    if (!NAME.matcher(name).matches()) {
      return at.wrong("the name of a variable is letters, digits, '-' and '_', but is %s", name);
    }
    int regex = text.indexOf(REGEX);
    String source = regex < 0 ? text.strip() : text.substring(0, regex).strip();
    String pattern = regex < 0 ? null : text.substring(regex + REGEX.length());
    try {
      Pattern.compile(requireNonNullElse(pattern, ""));
    } catch (PatternSyntaxException broken) {
      return at.wrong(
          "is no regular expression: %s: '%s'", broken.getDescription(), broken.getPattern());
    }
    return capture(name, source, pattern)
        .or(() ->
            at.wrong(
                "expected a JSON pointer such as /access_token, header:NAME, cookie:NAME or"
                    + " regex:PATTERN, but found '%s'",
                text));
  }

  /** Null, with a mistake, where the text is no JSON pointer. */
  public static @Nullable String jsonPointer(SettingKey at, @Nullable String text) {
    if (text == null || isPointer(text)) {
      return text;
    }
    at.wrong("expected a JSON pointer such as /access_token, but found '%s'", text);
    return null;
  }

  public static boolean isPointer(String text) {
    try {
      return text.startsWith("/") && JsonPointer.compile(text) != null;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static Optional<Capture> capture(String name, String source, @Nullable String pattern) {
    if (source.isEmpty() && pattern != null) {
      return Optional.of(new Capture(name, Source.BODY, "", pattern));
    }
    if (isPointer(source)) {
      return Optional.of(new Capture(name, Source.POINTER, source, pattern));
    }
    Matcher named = HEADER_OR_COOKIE.matcher(source);
    if (!named.matches()) {
      return Optional.empty();
    }
    Source place = named.group(1).equals("header") ? Source.HEADER : Source.COOKIE;
    return Optional.of(new Capture(name, place, named.group(2).strip(), pattern));
  }
}
