package io.goldenpath.model.target;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text with variables in braces, such as {@code {nonce}}. Other braces are text. */
public final class Template {

  private static final Pattern VARIABLE =
      Pattern.compile("\\{((?:cookie:)?[a-zA-Z][a-zA-Z0-9_.-]*)}");

  private final String text;

  private Template(String text) {
    this.text = text;
  }

  public static Template of(String text) {
    return new Template(text);
  }

  /** The variables in it, in order. */
  public Set<String> variables() {
    Set<String> names = new LinkedHashSet<>();
    VARIABLE.matcher(text).results().map(match -> match.group(1)).forEach(names::add);
    return names;
  }

  public String fill(UnaryOperator<String> values) {
    return text.indexOf('{') < 0
        ? text
        : VARIABLE.matcher(text).replaceAll(match -> value(match, values));
  }

  private static String value(MatchResult match, UnaryOperator<String> values) {
    return Matcher.quoteReplacement(values.apply(match.group(1)));
  }
}
