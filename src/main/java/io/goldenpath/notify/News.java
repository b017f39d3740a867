package io.goldenpath.notify;

import io.goldenpath.incident.Incident;
import io.goldenpath.notify.message.NoticeIncident;
import io.goldenpath.notify.message.NoticeKind;
import io.goldenpath.notify.outbox.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one receiver has not heard yet of one incident.
 *
 * @param kinds None where it knows all.
 */
record News(String receiver, NoticeIncident incident, Told told, Set<NoticeKind> kinds) {

  static News of(
      String receiver,
      NoticeIncident incident,
      Told told,
      Instant now,
      @Nullable Duration remind,
      boolean muted) {
    Set<NoticeKind> kinds = EnumSet.noneOf(NoticeKind.class);
    boolean acknowledged = acknowledged(incident.incident());
    if (told.pending()) {
      if (!muted) {
        kinds.add(NoticeKind.OPENED);
      }
    } else if (incident.open()) {
      if (!muted && told.outdated(incident)) {
        kinds.add(NoticeKind.CHANGED);
      } else if (!muted && !acknowledged && told.before(now, remind)) {
        kinds.add(NoticeKind.REMINDER);
      }
      if (acknowledged && !told.acknowledged()) {
        kinds.add(NoticeKind.ACKNOWLEDGED);
      }
    }
    if (!incident.open() && (!told.pending() || !muted)) {
      kinds.add(NoticeKind.RESOLVED);
    }
    return new News(receiver, incident, told, kinds);
  }

  /** Whether it was over before anybody was to hear of it. */
  boolean moot() {
    return kinds.isEmpty() && !incident.open();
  }

  private static boolean acknowledged(Incident incident) {
    return incident.context().acknowledged() != null;
  }
}
