package io.goldenpath.notify.message;

import io.goldenpath.model.finding.Labelled;

/** Why something is told, in the order in which it is told. */
public enum NoticeKind implements Labelled {
  OPENED,
  /** Another cause has come, or it is worse than it was. */
  CHANGED,
  ACKNOWLEDGED,
  /** It is still open, and nobody has acknowledged it. */
  REMINDER,
  /** It is still open, for those that forget it unless they are told again and again. */
  REFRESHED,
  RESOLVED,
  /** Somebody tries out whether the receiver hears. */
  TEST;

  /** Whether a person should read it; the others are for services that keep a state. */
  public boolean forPeople() {
    return this != ACKNOWLEDGED && this != REFRESHED;
  }
}
