package io.goldenpath.dialect.conversation;

import io.goldenpath.contract.event.Question;
import io.goldenpath.dialect.ConversationValues;
import io.goldenpath.dialect.definition.Captures;
import io.goldenpath.dialect.definition.DialectDefinition;
import io.goldenpath.dialect.definition.DialectVariable;
import io.goldenpath.dialect.definition.DialectVariable.Scope;
import io.goldenpath.dialect.definition.MessageValue;
import io.goldenpath.dialect.definition.MessageView;
import io.goldenpath.model.target.TemplateValues;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Variables of one conversation: what we make, what is captured, what the user's run knows. */
final class ConversationVariables implements TemplateValues {

  private static final int LONGEST = 100_000;

  private final List<DialectVariable> made;
  private final ConversationValues run;
  private final Set<String> setByRun;
  private final Map<String, Object> current = new HashMap<>();
  private final MadeValues values;

  ConversationVariables(DialectDefinition definition, ConversationValues run) {
    this.made = definition.variables().made();
    this.run = run;
    this.setByRun = setByRun(definition);
    this.values = new MadeValues();
    for (DialectVariable variable : made) {
      if (variable.scope() == Scope.RUN || variable.scope() == Scope.CONNECTION) {
        Object known = run.value(variable.name());
        values.goOnFrom(variable.kind(), known);
        set(variable.name(), known == null ? values.of(variable.kind()) : known);
      }
    }
    refresh();
  }

  /** What others set while the conversation goes on: captures, and what the login knows. */
  private static Set<String> setByRun(DialectDefinition definition) {
    Set<String> names = new HashSet<>(definition.variables().read());
    definition.variables().made().stream().map(DialectVariable::name).forEach(names::remove);
    names.removeAll(Set.of("text", "nonce", "sum", "id"));
    names.addAll(CapturedNames.of(definition));
    return names;
  }

  /** Live, for conditions. */
  Map<String, Object> current() {
    return current;
  }

  /** Takes over what HTTP calls have captured meanwhile. */
  void refresh() {
    setByRun.forEach(this::refresh);
  }

  /** A text that stands for the number which was captured here keeps its type. */
  private void refresh(String name) {
    Object known = run.value(name);
    if (known != null && !known.toString().equals(String.valueOf(current.get(name)))) {
      current.put(name, known);
    }
  }

  boolean knows(Set<String> names) {
    names.forEach(this::refresh);
    return current.keySet().containsAll(names);
  }

  void ask(Question question, @Nullable String thread) {
    current.put("id", values.of(DialectVariable.Kind.UUID));
    make(Scope.QUESTION);
    current.put("text", question.text());
    current.put("nonce", question.nonce());
    current.put("sum", question.sum());
    if (thread != null) {
      set("thread", thread);
      set("threadId", thread);
    }
  }

  /** Makes anew what each message has of its own. */
  void beginMessage() {
    make(Scope.MESSAGE);
  }

  private void make(Scope scope) {
    made.stream()
        .filter(variable -> variable.scope() == scope)
        .forEach(variable -> current.put(variable.name(), values.of(variable.kind())));
  }

  /** Hands all that an HTTP call may speak of to the run. */
  void share() {
    List.of("id", "text", "nonce", "sum").forEach(this::share);
    made.forEach(variable -> share(variable.name()));
  }

  private void share(String name) {
    Object value = current.get(name);
    if (value != null) {
      run.set(name, value);
    }
  }

  void take(Captures captures, MessageView message) {
    captures
        .values()
        .forEach((name, places) ->
            MessageValue.first(places, message)
                .map(MessageView::plain)
                .filter(value -> value.toString().length() <= LONGEST)
                .ifPresent(value -> set(name, value)));
  }

  private void set(String name, Object value) {
    current.put(name, value);
    run.set(name, value);
  }

  @Override
  public @Nullable Object value(String name) {
    if (setByRun.contains(name)) {
      refresh(name);
    }
    Object known = current.get(name);
    return known == null ? run.value(name) : known;
  }
}
