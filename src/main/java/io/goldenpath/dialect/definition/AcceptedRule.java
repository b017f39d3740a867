package io.goldenpath.dialect.definition;

import io.goldenpath.model.target.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the server tells that it takes a question.
 *
 * @param refused When it does not take it; null where this does not tell.
 * @param message Places of the text that says why not; the first that is there counts.
 */
public record AcceptedRule(
    Condition when, Captures captures, @Nullable Condition refused, List<MessageValue> message) {

  public AcceptedRule {
    message = List.copyOf(message);
  }
}
