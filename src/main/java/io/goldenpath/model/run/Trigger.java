package io.goldenpath.model.run;

import java.util.Locale;

/** What triggered a run. */
public enum Trigger {
  SCHEDULE,
  REQUEST,
  COMMAND;

  /** The trigger as JSON and pages write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
