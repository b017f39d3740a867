package io.goldenpath.model.run;

import io.goldenpath.model.finding.Labelled;

/** Why a run that was due did not take place. */
public enum SkipReason implements Labelled {
  /** The run before it had not ended. */
  OVERLAP,
  /** Too few of the target's users were free in time. */
  USER_BUSY,
  /** The target's budget of logins or sockets is spent. */
  BUDGET,
  /** The target asked to be left alone for a while. */
  BACKING_OFF,
  /** The monitor itself was too late to start it, and the next slot has come. */
  MISSED;
}
