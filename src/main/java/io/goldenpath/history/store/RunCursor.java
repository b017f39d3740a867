package io.goldenpath.history.store;

import io.goldenpath.model.run.Run;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Place in the list of runs, newest first, after which a page of it begins. */
public record RunCursor(Instant startedAt, String id) {

  /** Databases keep moments to the microsecond. */
  public RunCursor {
    startedAt = startedAt.truncatedTo(ChronoUnit.MICROS);
  }

  public static RunCursor at(Run run) {
    return new RunCursor(run.info().startedAt(), run.id());
  }
}
