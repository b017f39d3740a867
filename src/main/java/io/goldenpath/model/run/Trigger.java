package io.goldenpath.model.run;

import io.goldenpath.model.finding.Labelled;

/** What triggered a run. */
public enum Trigger implements Labelled {
  SCHEDULE,
  /** Comes soon after a run that alone changes no verdict. */
  CONFIRMATION,
  REQUEST,
  /** A scrape that wants a newer result than there is. */
  SCRAPE,
  COMMAND;
}
