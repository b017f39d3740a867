package io.goldenpath.notify.message;

import io.goldenpath.incident.Incident;
import io.goldenpath.incident.Incident.Acknowledgement;
import io.goldenpath.incident.IncidentCause;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.notify.message.NoticeText.Fact;
import io.goldenpath.notify.message.NoticeText.Link;
import io.goldenpath.settings.keys.notify.AlertSeverity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One incident in the words of a message of this kind and moment. */
record IncidentWords(NoticeIncident told, NoticeKind kind, Instant now) {

  private static final String ACKNOWLEDGEMENT = "{\"who\": \"…\", \"why\": \"…\"}";

  String name() {
    return told.incident().probe().toString();
  }

  String title() {
    String mark = mark(kind, told.severity());
    return kind == NoticeKind.RESOLVED
        ? "%s: %s %s after %s".formatted(mark, name(), verb(), lasted())
        : "%s: %s: %s".formatted(mark, name(), cause());
  }

  /** All in one sentence, for a person who has seen nothing else. */
  String sentence() {
    return switch (kind) {
      case RESOLVED ->
          "%s %s since %s, after %s. It was %s: %s."
              .formatted(name(), verb(), time(ended()), lasted(), state(), cause());
      case CHANGED -> "%s, now for this: %s.".formatted(standing(), cause());
      case ACKNOWLEDGED -> "%s. %s.".formatted(standing(), acknowledgement());
      case REMINDER, REFRESHED ->
          "%s, and nobody has acknowledged it: %s.".formatted(standing(), cause());
      case OPENED, TEST -> "%s: %s.".formatted(standing(), cause());
    };
  }

  List<Fact> facts(NoticePlace place) {
    List<Fact> facts = new ArrayList<>();
    step().ifPresent(step -> facts.add(new Fact("Step", step)));
    facts.add(new Fact("Since", since()));
    release().ifPresent(release -> facts.add(new Fact("Release", release)));
    first().ifPresent(first -> facts.add(new Fact("First finding", first)));
    facts.add(new Fact("Bad runs", String.valueOf(told.incident().runs().bad())));
    facts.add(new Fact("Seen from", place.location()));
    Optional.ofNullable(told.incident().context().acknowledged())
        .ifPresent(by -> facts.add(new Fact("Acknowledged", acknowledgement())));
    if (told.open() && told.incident().context().acknowledged() == null) {
      facts.add(new Fact("Acknowledge", acknowledge(place, told.incident())));
    }
    return facts;
  }

  List<Link> links(NoticePlace place) {
    List<Link> links = new ArrayList<>();
    place.probe(told.incident()).ifPresent(at -> links.add(new Link("Probe", at)));
    place
        .run(told.incident().runs().last())
        .ifPresent(at -> links.add(new Link("Last bad run", at)));
    place
        .run(told.incident().runs().first())
        .ifPresent(at -> links.add(new Link("First bad run", at)));
    return links;
  }

  static String mark(NoticeKind kind, AlertSeverity severity) {
    return switch (kind) {
      case OPENED, CHANGED, TEST -> severity.name();
      case REMINDER, REFRESHED -> "STILL " + severity.name();
      case ACKNOWLEDGED -> "ACKNOWLEDGED";
      case RESOLVED -> "RESOLVED";
    };
  }

  /**
   * Of several.
   *
   * @param state What all of them are.
   */
  static String predicate(NoticeKind kind, String state) {
    return switch (kind) {
      case RESOLVED -> "are no longer broken";
      case OPENED, TEST -> "are " + state;
      case CHANGED -> "are " + state + ", for other causes now";
      case ACKNOWLEDGED -> "are acknowledged";
      case REMINDER, REFRESHED -> "are still " + state;
    };
  }

  static String acknowledgeEach(NoticePlace place) {
    return "POST %s to %s/api/incidents/ID/ack, for each ID of %s/api/incidents?open=true"
        .formatted(ACKNOWLEDGEMENT, place.home().orElse("the monitor's"), place.home().orElse(""));
  }

  private static String acknowledge(NoticePlace place, Incident incident) {
    return "POST %s to %s"
        .formatted(
            ACKNOWLEDGEMENT,
            place
                .acknowledgement(incident)
                .orElse("the monitor's " + NoticePlace.acknowledgementPath(incident)));
  }

  private String standing() {
    return "%s %s since %s".formatted(name(), verb(), since());
  }

  private String verb() {
    Incident.End end = told.incident().end();
    return switch (kind) {
      case RESOLVED ->
          end != null && end.how() == Incident.State.RECOVERED
              ? "is up again"
              : "is watched no longer";
      case OPENED, CHANGED, TEST -> "is " + state();
      case ACKNOWLEDGED, REMINDER, REFRESHED -> "is still " + state();
    };
  }

  private String state() {
    return told.severity() == AlertSeverity.DEGRADED ? "degraded" : "down";
  }

  private String cause() {
    IncidentCause cause = told.cause();
    return cause == null ? "its runs are not good" : cause.message().replaceFirst("\\.+$", "");
  }

  private Optional<String> step() {
    IncidentCause cause = told.cause();
    return cause == null
        ? Optional.empty()
        : Optional.of(
            cause.step() == null ? cause.kind() : "%s (%s)".formatted(cause.step(), cause.kind()));
  }

  private Optional<String> first() {
    IncidentCause first = told.first();
    return first == null
        ? Optional.empty()
        : Optional.of(
            "%s, at %s in run %s"
                .formatted(first.message(), time(first.since()), first.firstRun()));
  }

  private Optional<String> release() {
    return Optional.ofNullable(told.incident().context().release());
  }

  private String acknowledgement() {
    Acknowledgement by = told.incident().context().acknowledged();
    return by == null
        ? "Nobody has acknowledged it"
        : "%s has acknowledged it at %s: %s".formatted(by.who(), time(by.at()), by.why());
  }

  private String since() {
    return "%s (%s)".formatted(time(told.incident().startedAt()), lasted());
  }

  private Instant ended() {
    Incident.End end = told.incident().end();
    return end == null ? now : end.at();
  }

  private String lasted() {
    Duration time = told.incident().duration(now);
    return DurationText.rounded(time.isNegative() ? Duration.ZERO : time);
  }

  private String time(Instant at) {
    return new NoticeTime(now).of(at);
  }
}
