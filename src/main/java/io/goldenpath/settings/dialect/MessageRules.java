package io.goldenpath.settings.dialect;

import io.goldenpath.dialect.definition.Captures;
import io.goldenpath.dialect.definition.MessageExpression;
import io.goldenpath.dialect.definition.MessageValue;
import io.goldenpath.model.target.Condition;
import io.goldenpath.settings.condition.ConditionCompiler;
import io.goldenpath.settings.mistakes.SettingKey;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what rules say of a message: conditions, places of values, and captures. */
final class MessageRules {

  private static final Condition NEVER = _ -> Optional.of("never");
  private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9_-]*");
  private static final String EXPRESSION = "=";

  private final TemplateVariables variables;
  private final Set<String> read = new LinkedHashSet<>();

  MessageRules(TemplateVariables variables) {
    this.variables = variables;
  }

  /** Names that conditions and expressions read as variables. */
  Set<String> read() {
    return Set.copyOf(read);
  }

  /** Null where nothing is written. */
  @Nullable Condition optional(SettingKey at, @Nullable String text) {
    return text == null ? null : condition(at, text);
  }

  /** A condition that never holds where, with a mistake, there is none. */
  Condition condition(SettingKey at, @Nullable String text) {
    if (text == null || text.isBlank()) {
      at.wrong("is missing: a condition in CEL such as frame.type == 'done'");
      return NEVER;
    }
    reads(at, text);
    Condition condition = ConditionCompiler.MESSAGE.compile(at, text);
    return condition == null ? NEVER : condition;
  }

  List<Condition> conditions(SettingKey at, @Nullable List<String> texts) {
    return texts == null ? List.of() : at.each(texts, this::condition);
  }

  /** Places of which the first that is there counts; wrong ones are left out, with a mistake. */
  List<MessageValue> values(SettingKey at, @Nullable List<String> places) {
    return places == null
        ? List.of()
        : at.each(places, this::value).stream().flatMap(Optional::stream).toList();
  }

  Optional<MessageValue> value(SettingKey at, String text) {
    if (text.startsWith(EXPRESSION)) {
      String expression = text.substring(EXPRESSION.length()).strip();
      reads(at, expression);
      MessageExpression compiled = ConditionCompiler.MESSAGE.expression(at, expression);
      return Optional.ofNullable(compiled).map(MessageValue.Expression::new);
    }
    try {
      return Optional.of(MessageValue.of(text.strip()));
    } catch (IllegalArgumentException _) {
      return at.wrong(
          "expected a JSON pointer such as /run/id, header:NAME, args/1/NAME, ack/0/NAME or CEL"
              + " after '= ', but found '%s'",
          text);
    }
  }

  Captures captures(SettingKey at, Map<String, String> written) {
    Map<String, List<MessageValue>> captures = new LinkedHashMap<>();
    written.forEach((name, place) -> {
      SettingKey key = at.child(name);
      if (!NAME.matcher(name).matches()) {
        key.wrong("the name of a variable is letters, digits, '-' and '_', but is %s", name);
      }
      variables.capture(name);
      captures.put(name, value(key, place).stream().toList());
    });
    return new Captures(captures);
  }

  /** Variables that the reply to an HTTP call sets. */
  void called(Collection<String> names) {
    names.forEach(variables::capture);
  }

  private void reads(SettingKey at, String text) {
    Set<String> names = ConditionCompiler.variablesRead(text);
    read.addAll(names);
    variables.use(at, names);
  }
}
