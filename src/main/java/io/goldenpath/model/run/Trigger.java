package io.goldenpath.model.run;

import java.util.Locale;

/** What triggered a run. */
public enum Trigger {
  SCHEDULE,
  REQUEST,
  COMMAND;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
