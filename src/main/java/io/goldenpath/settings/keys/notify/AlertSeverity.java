package io.goldenpath.settings.keys.notify;

import io.goldenpath.model.finding.Labelled;

/** How much an incident weighs, lightest first. */
public enum AlertSeverity implements Labelled {
  DEGRADED,
  DOWN,
  /** Down, for something that must never be: a leak, or an intruder who was let in. */
  CRITICAL
}
