package io.goldenpath.model.probe;

import java.time.Duration;
import java.time.Instant;

/**
 * A time in which whatever the runs find is expected, unless it is critical.
 *
 * @param until When it ends by itself.
 * @param why The reason, for people.
 */
public record MaintenanceWindow(Instant from, Instant until, String why) {

  /** More would be forgotten, and all the while nobody would hear of an outage. */
  public static final Duration LONGEST = Duration.ofDays(14);

  public boolean contains(Instant moment) {
    return overlaps(moment, moment);
  }

  /** Whether any moment from the first to the last is in it. */
  public boolean overlaps(Instant first, Instant last) {
    return !from.isAfter(last) && until.isAfter(first);
  }

  /** This window, ended at that moment. */
  public MaintenanceWindow endedAt(Instant moment) {
    return new MaintenanceWindow(from, moment, why);
  }
}
