package io.goldenpath.model.run;

import io.goldenpath.model.finding.Labelled;

/** Why a run that was due did not take place. */
public enum SkipReason implements Labelled {
  /** The run before it had not ended. */
  OVERLAP("the run before had not ended; raise every, or lower timeout"),
  /** Too few of the target's users were free in time. */
  USER_BUSY(
      "too few users were free in time; list more users, raise their sessions, or run less often (every)"),
  /** The target's budget of logins or sockets is spent. */
  BUDGET(
      "the budget is spent; raise manners.logins or manners.connects, or run less often (every)"),
  /** The target asked to be left alone for a while, or refused too many logins in a row. */
  BACKING_OFF("the target asked to be left alone for a while"),
  /** The monitor itself was too late to start it, and the next slot has come. */
  MISSED("the monitor itself was too late: it lacks CPU, or its host slept");

  private final String explanation;

  SkipReason(String explanation) {
    this.explanation = explanation;
  }

  /** Why, and which keys change it. */
  public String explanation() {
    return explanation;
  }
}
