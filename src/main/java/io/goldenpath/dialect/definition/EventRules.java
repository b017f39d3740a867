package io.goldenpath.dialect.definition;

import io.goldenpath.model.target.Condition;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What messages say of a run.
 *
 * @param ours Which belong to our question; null for all.
 * @param ignore Which say nothing; null for none.
 * @param named Names by condition, the first that matches counts, before {@code name}.
 * @param name Places of an event's name; empty where only {@code named} gives names.
 * @param errors Read before {@code ours}: a dying platform names no question.
 */
public record EventRules(
    @Nullable OursRule ours,
    @Nullable Condition ignore,
    List<NamedEvent> named,
    List<MessageValue> name,
    EventFieldRules fields,
    AnswerRules answer,
    List<ErrorRule> errors) {

  public EventRules {
    named = List.copyOf(named);
    name = List.copyOf(name);
    errors = List.copyOf(errors);
  }

  /**
   * Which messages belong to our question.
   *
   * @param needs Captured variables that it speaks of: until they are there, messages are held.
   * @param foreignFails Whether the others are events of another run, rather than noise.
   */
  public record OursRule(Condition when, Set<String> needs, boolean foreignFails) {

    public OursRule {
      needs = Set.copyOf(needs);
    }
  }

  /** An event told by a condition. */
  public record NamedEvent(String name, Condition when, Captures captures) {}
}
