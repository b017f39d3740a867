package io.goldenpath.incident;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Optional;

/** Place in the list of incidents, newest first, after which a page of it begins. */
public record IncidentCursor(Instant startedAt, String id) implements Comparable<IncidentCursor> {

  private static final char BETWEEN = '_';

  public static IncidentCursor at(Incident incident) {
    return new IncidentCursor(incident.startedAt(), incident.id());
  }

  /** Written as a time alone it is the place before all that began then; empty where it is none. */
  public static Optional<IncidentCursor> of(String text) {
    int between = text.indexOf(BETWEEN);
    String time = between < 0 ? text : text.substring(0, between);
    try {
      return Optional.of(
          new IncidentCursor(Instant.parse(time), between < 0 ? "" : text.substring(between + 1)));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  @Override
  public int compareTo(IncidentCursor other) {
    return Comparator.comparing(IncidentCursor::startedAt)
        .thenComparing(IncidentCursor::id)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return startedAt.toString() + BETWEEN + id;
  }
}
