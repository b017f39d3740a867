package io.goldenpath.inference.event;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What ends a recorded run.
 *
 * @param last The event that ends it; null where quiet does.
 * @param success Conditions of its success.
 * @param failure A guess of what a failure looks like; null for none.
 * @param quiet So long nothing came; null where an event ends it.
 * @param after Names of events that came after it.
 * @param guessed Whether nothing but its place says that it ends the run.
 */
public record RunEnding(
    @Nullable NamedMessage last,
    List<String> success,
    @Nullable String failure,
    @Nullable Duration quiet,
    List<NamedMessage> after,
    boolean guessed) {

  public RunEnding {
    success = List.copyOf(success);
    after = List.copyOf(after);
  }
}
