package io.goldenpath.schedule;

import io.goldenpath.probe.SkipReason;
import java.time.Duration;

/** What became of a request to run now. */
public sealed interface RunRequest {

  /** It runs, under this id. */
  record Accepted(String id) implements RunRequest {}

  /** The probe runs already. */
  record InFlight(String id, Duration retryAfter) implements RunRequest {}

  /** It must not run now. */
  record Refused(SkipReason reason, Duration retryAfter) implements RunRequest {}

  /** There is no such probe. */
  record Unknown() implements RunRequest {}
}
