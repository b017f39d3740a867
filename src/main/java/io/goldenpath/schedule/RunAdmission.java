package io.goldenpath.schedule;

import io.goldenpath.model.run.Postponement;
import java.time.Duration;

/** What became of a request to run now. */
public sealed interface RunAdmission {

  /** It runs, under this id. */
  record Accepted(String id) implements RunAdmission {}

  /** The probe runs already. */
  record InFlight(String id, Duration retryAfter) implements RunAdmission {}

  /** It must not run now. */
  record Refused(Postponement postponement) implements RunAdmission {}

  /** The schedule has not started yet. */
  record NotStarted() implements RunAdmission {}

  /** There is no such probe. */
  record Unknown() implements RunAdmission {}
}
