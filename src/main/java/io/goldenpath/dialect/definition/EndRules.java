package io.goldenpath.dialect.definition;

import io.goldenpath.model.target.Condition;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What ends a run.
 *
 * @param failure Before {@code success}; null where no message says so.
 * @param paused When it waits for a person; null where no message says so.
 * @param quiet Without an event for so long, from the first one on, it has ended; null where that
 *     tells nothing.
 * @param after What may still come after the end; null for nothing.
 * @param message Places of the text of a failure; the first that is there counts.
 */
public record EndRules(
    Success success,
    @Nullable Condition failure,
    @Nullable Condition paused,
    @Nullable Duration quiet,
    @Nullable Condition after,
    List<MessageValue> message) {

  public static final EndRules NONE =
      new EndRules(new Success(List.of(), false), null, null, null, null, List.of());

  public EndRules {
    message = List.copyOf(message);
  }

  /** All of these, in this order or in any; of no conditions, none is ever met. */
  public record Success(List<Condition> conditions, boolean ordered) {

    public Success {
      conditions = List.copyOf(conditions);
    }
  }
}
