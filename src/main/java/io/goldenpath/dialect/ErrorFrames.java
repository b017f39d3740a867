package io.goldenpath.dialect;

import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.FrameContent.ErrorCause;
import io.goldenpath.model.finding.Excerpt;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Errors of a platform, in all the shapes in which it reports them. */
final class ErrorFrames {

  private static final FieldPaths CODE = FieldPaths.of("error.code");
  private static final FieldPaths COMPONENT = FieldPaths.of("error.component");
  private static final FieldPaths MESSAGE = FieldPaths.of("error.message");
  private static final int TEXT_LENGTH = 1_000;
  private static final Set<String> AUTH_CODES = Set.copyOf(DialectWords.of("code.auth"));
  private static final Set<String> MESSAGE_CODES = Set.copyOf(DialectWords.of("code.message"));
  private static final Pattern LATER =
      Pattern.compile(
          "(?i)circuit.?breaker|rate.?limit|retry (?:after|in)\\b|too many|overload|try again later");
  private static final Pattern AUTH_TEXT =
      Pattern.compile(
          "(?i)unauthori[sz]ed|(?:invalid|expired|missing|no|bad) (?:jwt|access token|auth)"
              + "|(?:jwt|access token) (?:is |has )?(?:invalid|expired|missing|rejected)");

  private ErrorFrames() {}

  static FrameContent read(FrameType type, String name, JsonFrame json) {
    String code = json.text(CODE);
    String text = Objects.requireNonNullElse(json.text(MESSAGE), "no text");
    return new FrameContent.Failure(
        Excerpt.of(Objects.requireNonNullElse(code, name) + ": " + text, TEXT_LENGTH),
        type == FrameType.AGENT_ERROR
            ? ErrorCause.AGENT
            : cause(type, json, Objects.requireNonNullElse(code, ""), text),
        new FrameContent.ErrorSource(
            EventFields.agent(json), name.equals("tool_error") ? EventFields.tool(json) : null),
        EventFields.ids(json));
  }

  private static ErrorCause cause(FrameType type, JsonFrame json, String code, String text) {
    if (saysLater(code) || saysLater(text)) {
      return ErrorCause.OVERLOAD;
    }
    if (AUTH_CODES.contains(code) || type == FrameType.AUTH_ERROR || authText(json, text)) {
      return ErrorCause.AUTH;
    }
    return MESSAGE_CODES.contains(code) ? ErrorCause.MESSAGE : ErrorCause.PLATFORM;
  }

  private static boolean saysLater(String text) {
    return LATER.matcher(text).find();
  }

  /** A component that cannot log in somewhere does not refuse our user. */
  private static boolean authText(JsonFrame json, String text) {
    String component = json.text(COMPONENT);
    return (component == null || component.toLowerCase(Locale.ROOT).contains("auth"))
        && AUTH_TEXT.matcher(text).find();
  }
}
