package io.goldenpath.notify.receiver;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.goldenpath.incident.Incident;
import io.goldenpath.incident.IncidentCause;
import io.goldenpath.notify.message.Notice;
import io.goldenpath.notify.message.NoticeIncident;
import io.goldenpath.notify.message.NoticePlace;
import io.goldenpath.notify.message.NoticeText;
import io.goldenpath.notify.message.NoticeWriter;
import io.goldenpath.redaction.PrintableText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message as programs read it.
 *
 * @param id The same however often it is sent.
 * @param event Why it is sent.
 * @param text It in words.
 */
record WebhookJson(
    String id,
    String event,
    String thread,
    Instant at,
    String location,
    WordsJson text,
    List<IncidentJson> incidents) {

  /** A message in words. */
  record WordsJson(String title, String body) {}

  /**
   * One incident.
   *
   * @param cause What is wrong now.
   * @param first What it began with.
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record IncidentJson(
      String id,
      String target,
      String journey,
      String severity,
      Map<String, String> labels,
      @JsonUnwrapped ProgressJson progress,
      @Nullable CauseJson cause,
      @Nullable CauseJson first) {}

  /** One reason for it; without a step where it is a regression. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CauseJson(
      String kind,
      @Nullable String step,
      @Nullable String event,
      String message,
      Instant since,
      String firstRun) {

    static @Nullable CauseJson of(@Nullable IncidentCause cause) {
      return cause == null
          ? null
          : new CauseJson(
              cause.kind(),
              cause.step(),
              cause.event(),
              PrintableText.of(cause.message()),
              cause.since(),
              cause.firstRun());
    }
  }

  /** How far it has come. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ProgressJson(
      Instant startedAt,
      @Nullable Instant endedAt,
      double durationSeconds,
      int badRuns,
      @Nullable String release,
      Incident.@Nullable Acknowledgement acknowledged,
      @Nullable String page) {}

  static WebhookJson of(Notice notice, NoticePlace place) {
    NoticeText text = new NoticeWriter(place).write(notice);
    return new WebhookJson(
        notice.id(),
        notice.kind().label(),
        notice.thread(),
        notice.at(),
        place.location(),
        new WordsJson(text.title(), text.plain()),
        notice.incidents().stream().map(one -> incident(one, notice, place)).toList());
  }

  private static IncidentJson incident(NoticeIncident one, Notice notice, NoticePlace place) {
    Incident incident = one.incident();
    return new IncidentJson(
        incident.id(),
        incident.probe().target(),
        incident.probe().journey().label(),
        one.severity().label(),
        one.labels(),
        progress(incident, notice, place),
        CauseJson.of(one.cause()),
        CauseJson.of(one.first()));
  }

  private static ProgressJson progress(Incident incident, Notice notice, NoticePlace place) {
    Incident.End end = incident.end();
    return new ProgressJson(
        incident.startedAt(),
        end == null ? null : end.at(),
        incident.duration(notice.at()).toMillis() / 1e3,
        incident.runs().bad(),
        incident.context().release(),
        incident.context().acknowledged(),
        place.probe(incident).orElse(null));
  }
}
