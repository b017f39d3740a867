package io.goldenpath.framing;

import io.goldenpath.model.target.Secret;
import io.goldenpath.model.target.TemplateValues;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.databind.json.JsonMapper;

/**
 * Template of a message: text with variables such as {@code {id}}, pointers into the message that
 * is answered such as {@code {/id}}, and filters behind them such as {@code {text|json}}.
 */
public final class MessageTemplate {

  private static final Pattern VARIABLE =
      Pattern.compile(
          "(?<lone>\")?\\{(?<name>[a-zA-Z][\\w.:-]*|/[^{}|\\s]*)(?<filters>(?:\\|\\w+)*)}(?<end>\")?");
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Secret text;
  private final boolean json;

  private MessageTemplate(Secret text, boolean json) {
    this.text = text;
    this.json = json;
  }

  /** JSON: values are escaped, and one that stands alone in a string keeps its type. */
  public static MessageTemplate json(Secret text) {
    return new MessageTemplate(text, true);
  }

  /** Any text: values stand in it as they are. */
  public static MessageTemplate text(Secret text) {
    return new MessageTemplate(text, false);
  }

  /** The variables and pointers in it, in order. */
  public Set<String> variables() {
    Set<String> names = new LinkedHashSet<>();
    VARIABLE.matcher(text.reveal()).results().map(match -> match.group("name")).forEach(names::add);
    return names;
  }

  /** Filters that stand in it, in order. */
  public Set<String> filters() {
    Set<String> names = new LinkedHashSet<>();
    VARIABLE
        .matcher(text.reveal())
        .results()
        .forEach(match -> names.addAll(ValueFilter.names(match.group("filters"))));
    return names;
  }

  /** A variable without value is empty, or null where it stands alone in a JSON string. */
  public String fill(TemplateValues values) {
    return VARIABLE
        .matcher(text.reveal())
        .replaceAll(match -> Matcher.quoteReplacement(filled(match, values)));
  }

  private String filled(MatchResult match, TemplateValues values) {
    String before = match.group("lone") == null ? "" : "\"";
    String after = match.group("end") == null ? "" : "\"";
    Object value = ValueFilter.apply(match.group("filters"), values.value(match.group("name")));
    if (json && !before.isEmpty() && !after.isEmpty() && !(value instanceof String)) {
      return JSON.writeValueAsString(value);
    }
    return before + escaped(ValueFilter.text(value)) + after;
  }

  private String escaped(String value) {
    return json ? new String(JsonStringEncoder.getInstance().quoteAsCharArray(value)) : value;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MessageTemplate that && text.equals(that.text) && json == that.json;
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Shows nothing: it may hold secrets. */
  @Override
  public String toString() {
    return "***";
  }
}
