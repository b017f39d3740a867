package io.goldenpath.dialect.definition;

import io.goldenpath.model.target.Condition;
import java.util.List;

/**
 * An error that the platform reports.
 *
 * @param message Places of its text; the first that is there counts.
 */
public record ErrorRule(
    Condition when, List<MessageValue> message, Meaning meaning, Captures captures) {

  public ErrorRule {
    message = List.copyOf(message);
  }

  /** What it is called. */
  public enum Meaning {
    ERROR_EVENT,
    AUTH_REFUSED,
    SHED,
    NOT_UNDERSTOOD,
    DEGRADED_SERVICE
  }
}
