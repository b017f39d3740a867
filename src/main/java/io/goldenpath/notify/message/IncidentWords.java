package io.goldenpath.notify.message;

import io.goldenpath.incident.Incident;
import io.goldenpath.incident.Incident.Acknowledgement;
import io.goldenpath.incident.IncidentCause;
import io.goldenpath.incident.IncidentRuns;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.notify.message.NoticeText.Fact;
import io.goldenpath.notify.message.NoticeText.Link;
import io.goldenpath.settings.keys.notify.AlertSeverity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One incident in the words of a message of this kind and moment. */
record IncidentWords(NoticeIncident told, NoticeKind kind, Instant now) {

  private static final String LEFT = "is no longer watched";
  private static final String ACKNOWLEDGEMENT = "{\"who\": \"…\", \"why\": \"…\"}";

  String name() {
    return told.incident().probe().toString();
  }

  String title() {
    String mark = mark(kind, told.severity());
    return kind == NoticeKind.RESOLVED
        ? "%s: %s %s after %s".formatted(mark, name(), recovered() ? "is up again" : LEFT, lasted())
        : "%s: %s: %s".formatted(mark, name(), cause());
  }

  /** All in one or two sentences, for a person who has seen nothing else. */
  String sentence() {
    return switch (kind) {
      case OPENED, TEST -> "%s: %s.".formatted(standing(), cause());
      case CHANGED ->
          "%s is now %s: %s. It has not been well since %s."
              .formatted(name(), state(), cause(), since());
      case ACKNOWLEDGED -> "%s. %s.".formatted(standing(), acknowledgement());
      case REMINDER -> "%s: %s. Nobody has acknowledged it.".formatted(standing(), cause());
      case REFRESHED ->
          told.incident().context().acknowledged() == null
              ? "%s: %s.".formatted(standing(), cause())
              : "%s: %s. %s.".formatted(standing(), cause(), acknowledgement());
      case RESOLVED ->
          "%s %s since %s. It was %s for %s: %s."
              .formatted(
                  name(),
                  recovered() ? "has been up again" : "has not been watched",
                  time(ended()),
                  state(),
                  lasted(),
                  cause());
    };
  }

  /** The sentence, and what else is needed where there is no room for facts. */
  String paragraph() {
    return Stream.of(
            Optional.of(sentence()),
            step().map("Step: %s."::formatted),
            release().map("Release: %s."::formatted))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" "));
  }

  List<Fact> facts(NoticePlace place) {
    List<Fact> facts = new ArrayList<>();
    step().ifPresent(step -> facts.add(new Fact("Step", step)));
    facts.add(told.open() ? new Fact("Since", since()) : new Fact("Lasted", period()));
    release().ifPresent(release -> facts.add(new Fact("Release", release)));
    first().ifPresent(first -> facts.add(new Fact("It began with", first)));
    facts.add(new Fact("Bad runs", String.valueOf(told.incident().runs().bad())));
    facts.add(new Fact("Seen from", place.location()));
    if (!told.labels().isEmpty()) {
      facts.add(new Fact("Labels", labels()));
    }
    Acknowledgement by = told.incident().context().acknowledged();
    if (by != null && kind != NoticeKind.ACKNOWLEDGED) {
      facts.add(new Fact("Acknowledged", acknowledgement()));
    }
    if (told.open() && by == null) {
      facts.add(new Fact("Acknowledge", acknowledge(place, told.incident())));
    }
    return facts;
  }

  /** Its probe's page under its name. */
  Stream<Link> page(NoticePlace place) {
    return place.probe(told.incident()).map(at -> new Link(name(), at)).stream();
  }

  List<Link> links(NoticePlace place) {
    IncidentRuns runs = told.incident().runs();
    List<Link> links = new ArrayList<>();
    place.probe(told.incident()).ifPresent(at -> links.add(new Link("Probe", at)));
    place.run(runs.last()).ifPresent(at -> links.add(new Link("Last bad run", at)));
    if (!runs.first().equals(runs.last())) {
      place.run(runs.first()).ifPresent(at -> links.add(new Link("First bad run", at)));
    }
    return links;
  }

  static String mark(NoticeKind kind, AlertSeverity severity) {
    return switch (kind) {
      case OPENED, REFRESHED, TEST -> severity.name();
      case CHANGED -> "NOW " + severity.name();
      case REMINDER -> "STILL " + severity.name();
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
      case OPENED, REFRESHED, TEST -> "are " + state;
      case CHANGED -> "are now " + state + ", or for other causes";
      case ACKNOWLEDGED -> "are acknowledged";
      case REMINDER -> "are still " + state;
    };
  }

  static String acknowledgeEach(NoticePlace place) {
    return "POST %s to %s/api/incidents/ID/ack, for each ID of %s/api/incidents?open=true"
        .formatted(ACKNOWLEDGEMENT, place.home().orElse("the monitor's "), place.home().orElse(""));
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
    return told.open()
        ? "%s has been %s since %s".formatted(name(), state(), since())
        : "%s was %s from %s on, for %s"
            .formatted(name(), state(), time(told.incident().startedAt()), lasted());
  }

  private boolean recovered() {
    Incident.End end = told.incident().end();
    return end != null && end.how() == Incident.State.RECOVERED;
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

  /** Where that is not what is wrong now. */
  private Optional<String> first() {
    IncidentCause first = told.first();
    return first == null || first.equals(told.cause())
        ? Optional.empty()
        : Optional.of(
            "%s, at %s in run %s"
                .formatted(first.message(), time(first.since()), first.firstRun()));
  }

  private String labels() {
    return new TreeMap<>(told.labels())
        .entrySet().stream()
            .map(label -> label.getKey() + "=" + label.getValue())
            .collect(Collectors.joining(", "));
  }

  private Optional<String> release() {
    return Optional.ofNullable(told.incident().context().release());
  }

  private String acknowledgement() {
    Acknowledgement by = told.incident().context().acknowledged();
    return by == null
        ? "Nobody has acknowledged it"
        : "%s acknowledged it at %s: %s".formatted(by.who(), time(by.at()), by.why());
  }

  private String since() {
    return "%s (%s)".formatted(time(told.incident().startedAt()), lasted());
  }

  private String period() {
    return "from %s to %s (%s)"
        .formatted(time(told.incident().startedAt()), time(ended()), lasted());
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
