package io.goldenpath.history.recording;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether the history's database can be written.
 *
 * @param problem Why it cannot be; null where it can.
 */
public record HistoryStatus(Instant since, @Nullable String problem) {

  public boolean available() {
    return problem == null;
  }
}
