package io.goldenpath.contract.definition;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Expectation of one event.
 *
 * @param name Name of the event.
 * @param count How often it comes in a run.
 * @param mayRepeat Whether the same content may come again, as tokens of a text do.
 * @param deadline When it must have come; null where nothing is promised.
 * @param fields What its fields must be.
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

  /** An event that comes at least once. */
  static ExpectedEvent required(String name) {
    return new ExpectedEvent(name, Count.ONE_OR_MORE, false, null, List.of());
  }

  /**
   * How often something comes.
   *
   * @param min at least so often
   * @param max at most so often
   */
  public record Count(int min, int max) {

    /** Once or more. */
    public static final Count ONE_OR_MORE = new Count(1, Integer.MAX_VALUE);

    public Count {
      if (min < 0 || max < min || max == 0) {
        throw new IllegalArgumentException(
            "min must not be below 0, nor max below min or 1, but they are " + min + " and " + max);
      }
    }
  }

  /**
   * When an event must have come.
   *
   * @param within so long after
   * @param after the first event of this name; null stands for the message
   */
  public record EventDeadline(Duration within, @Nullable String after) {}
}
