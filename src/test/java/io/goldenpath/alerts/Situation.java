package io.goldenpath.alerts;

import java.util.Locale;

/**
 * What befalls a monitor and its probe, each in a cluster of its own. A minute is a scrape; what is
 * bad begins at {@link #BAD_AT}.
 */
enum Situation {
  /** All is well, and the monitor is restarted. */
  HEALTHY,
  /** A single run, or minute, is bad. */
  BLIP,
  /** It is bad to the end. */
  LASTING,
  /** Every second run is bad. */
  FLAPPING,
  /** It is bad to the end, and the monitor is restarted meanwhile. */
  RESTART,
  /** It is bad to the end, and every third scrape is missed. */
  GAPS,
  /** It is bad to the end, in maintenance. */
  MAINTENANCE,
  /** It is bad to the end, and the probe runs once an hour. */
  HOURLY,
  /** It is bad until the probe is taken from the settings. */
  REMOVED,
  /** It was bad and is well again, all before Prometheus began. */
  EARLIER;

  static final int MINUTES = 260;
  static final int BAD_AT = 60;
  static final int CHANGES_AT = 175;
  private static final int AWAY = 3;

  String cluster() {
    return name().toLowerCase(Locale.ROOT);
  }

  int intervalMinutes() {
    return this == HOURLY ? 60 : 1;
  }

  boolean bad(int minute) {
    return switch (this) {
      case HEALTHY -> false;
      case BLIP -> minute == BAD_AT;
      case FLAPPING -> minute >= BAD_AT && minute % 2 == 0;
      case EARLIER -> minute < BAD_AT / 2;
      case LASTING, RESTART, GAPS, MAINTENANCE, HOURLY, REMOVED -> minute >= BAD_AT;
    };
  }

  boolean scraped(int minute) {
    return switch (this) {
      case GAPS -> minute % 3 != 1;
      case EARLIER -> minute >= BAD_AT;
      case HEALTHY, RESTART -> minute < CHANGES_AT || minute >= CHANGES_AT + AWAY;
      case BLIP, LASTING, FLAPPING, MAINTENANCE, HOURLY, REMOVED -> true;
    };
  }

  /** Whether the monitor begins anew, with all counters at zero. */
  boolean starts(int minute) {
    return (this == HEALTHY || this == RESTART) && minute == CHANGES_AT + AWAY;
  }

  boolean watched(int minute) {
    return this != REMOVED || minute < CHANGES_AT;
  }
}
