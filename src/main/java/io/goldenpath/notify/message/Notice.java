package io.goldenpath.notify.message;

import io.goldenpath.settings.keys.notify.AlertSeverity;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * One message to one receiver, of one or more incidents.
 *
 * @param id The same however often it is sent.
 * @param thread Id of the message that told first of these incidents, all of which it named.
 * @param at When there was something to tell.
 * @param others Of how many more of the thread it is not true yet: how many are open, or where it
 *     tells that somebody has acknowledged these, open and not acknowledged.
 * @param sent When it is sent, which may be much later.
 */
public record Notice(
    String id,
    NoticeKind kind,
    String thread,
    Instant at,
    List<NoticeIncident> incidents,
    int others,
    Instant sent) {

  public Notice {
    incidents = List.copyOf(incidents);
  }

  /** Sent as soon as there was something to tell. */
  public Notice(
      String id,
      NoticeKind kind,
      String thread,
      Instant at,
      List<NoticeIncident> incidents,
      int others) {
    this(id, kind, thread, at, incidents, others, at);
  }

  /** The same, sent at this moment. */
  public Notice sentAt(Instant now) {
    return new Notice(id, kind, thread, at, incidents, others, now);
  }

  /** Of these alone. */
  public Notice of(NoticeIncident incident) {
    return new Notice(id, kind, thread, at, List.of(incident), 0, sent);
  }

  public static Notice test(String id, Instant at) {
    return new Notice(id, NoticeKind.TEST, id, at, List.of(), 0);
  }

  /** The worst of its incidents; the lightest there is where it has none. */
  public AlertSeverity severity() {
    return incidents.stream()
        .map(NoticeIncident::severity)
        .max(Comparator.naturalOrder())
        .orElse(AlertSeverity.DEGRADED);
  }

  /** Whether it is true of the whole thread. */
  public boolean ofAll() {
    return others == 0;
  }
}
