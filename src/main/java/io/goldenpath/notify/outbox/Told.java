package io.goldenpath.notify.outbox;

import io.goldenpath.notify.message.NoticeIncident;
import io.goldenpath.settings.keys.notify.AlertSeverity;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a receiver has been told of an incident.
 *
 * @param thread Id of the message that told it first; null while none has.
 * @param causes How many there were.
 * @param at When it was told last.
 */
public record Told(
    @Nullable String thread, AlertSeverity severity, int causes, Instant at, boolean acknowledged) {

  /** Nothing yet. */
  public static Told nothing(Instant now) {
    return new Told(null, AlertSeverity.DEGRADED, 0, now, false);
  }

  /** All that is known of it now. */
  public static Told all(String thread, NoticeIncident incident, Instant now) {
    return new Told(
        thread,
        incident.severity(),
        causes(incident),
        now,
        incident.incident().context().acknowledged() != null);
  }

  public boolean pending() {
    return thread == null;
  }

  /** Whether it has become worse, or for another cause. */
  public boolean outdated(NoticeIncident incident) {
    return incident.severity().compareTo(severity) > 0 || causes(incident) > causes;
  }

  /** Whether it is time to tell it again. */
  public boolean before(Instant now, @Nullable Duration remind) {
    return remind != null && !at.plus(remind).isAfter(now);
  }

  private static int causes(NoticeIncident incident) {
    return incident.incident().causes().listed().size();
  }
}
