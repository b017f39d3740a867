package io.goldenpath.contract.definition;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Expectation of one event; without a deadline nothing is promised of its time.
 *
 * @param mayRepeat Whether the same content may come again, as tokens of a text do.
 */
public record ExpectedEvent(
    String name,
    Count count,
    boolean mayRepeat,
    @Nullable EventDeadline deadline,
    List<ExpectedField> fields) {

  public ExpectedEvent {
    fields = List.copyOf(fields);
  }

  static ExpectedEvent required(String name) {
    return new ExpectedEvent(name, Count.ONE_OR_MORE, false, null, List.of());
  }

  /** How often an event may come, both bounds included. */
  public record Count(int min, int max) {

    public static final Count ONE_OR_MORE = new Count(1, Integer.MAX_VALUE);

    public Count {
      if (min < 0 || max < min || max == 0) {
        throw new IllegalArgumentException(
            "min must not be below 0, nor max below min or 1, but they are " + min + " and " + max);
      }
    }
  }

  /** Deadline counted from the first {@code after} event; null stands for the message. */
  public record EventDeadline(Duration within, @Nullable String after) {}
}
