package io.goldenpath.notify.receiver;

import io.goldenpath.incident.Incident;
import io.goldenpath.notify.message.Notice;
import io.goldenpath.notify.message.NoticeIncident;
import io.goldenpath.notify.message.NoticeKind;
import io.goldenpath.notify.message.NoticePlace;
import io.goldenpath.notify.message.NoticeText;
import io.goldenpath.notify.message.NoticeWriter;
import io.goldenpath.settings.keys.notify.AlertSeverity;
import io.goldenpath.settings.notify.ReceiverSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An Alertmanager, by its API v2. It groups, routes and reminds by itself, and forgets what is not
 * told again in time.
 */
record AlertmanagerReceiver(
    ReceiverSettings.Alertmanager settings,
    NoticePlace place,
    NoticeClient client,
    InstantSource clock)
    implements Receiver {

  /** Some times as long as until it is told again. */
  private static final Duration LIFETIME = Duration.ofMinutes(5);

  private static final String ALERT = "GoldenPathIncident";
  private static final String WARNING = "warning";

  @Override
  public boolean takes(Notice notice) {
    return switch (notice.kind()) {
      case OPENED, CHANGED, REFRESHED, RESOLVED, TEST -> true;
      case ACKNOWLEDGED, REMINDER -> false;
    };
  }

  @Override
  public DeliveryResult deliver(Notice notice) throws InterruptedException {
    return client.post(NoticePost.of(settings.url(), settings.headers(), alerts(notice)));
  }

  private List<Map<String, Object>> alerts(Notice notice) {
    if (notice.kind() == NoticeKind.TEST) {
      NoticeText text = new NoticeWriter(place).write(notice);
      Map<String, String> labels =
          Map.of("alertname", "GoldenPathTest", "severity", "none", "location", place.location());
      return List.of(alert(labels, text, notice.at(), notice.at().plus(Duration.ofMinutes(1))));
    }
    return notice.incidents().stream().flatMap(incident -> alerts(incident, notice)).toList();
  }

  /** It may have been degraded before, which is another alert, and over. */
  private Stream<Map<String, Object>> alerts(NoticeIncident incident, Notice notice) {
    Instant start = incident.incident().startedAt();
    Incident.End end = incident.incident().end();
    NoticeText text = new NoticeWriter(place).write(notice.of(incident));
    String severity = severity(incident);
    Instant until = end == null ? clock.instant().plus(LIFETIME) : end.at();
    Map<String, Object> now = alert(labels(incident, severity), text, start, until);
    boolean worse = !severity.equals(WARNING) && notice.kind() == NoticeKind.CHANGED;
    return worse
        ? Stream.of(now, alert(labels(incident, WARNING), text, start, notice.at()))
        : Stream.of(now);
  }

  private static String severity(NoticeIncident incident) {
    return incident.severity() == AlertSeverity.DEGRADED ? WARNING : "critical";
  }

  private Map<String, String> labels(NoticeIncident incident, String severity) {
    Map<String, String> labels = new HashMap<>(incident.labels());
    labels.put("alertname", ALERT);
    labels.put("target", incident.incident().probe().target());
    labels.put("journey", incident.incident().probe().journey().label());
    labels.put("location", place.location());
    labels.put("severity", severity);
    return labels;
  }

  private static Map<String, Object> alert(
      Map<String, String> labels, NoticeText text, Instant start, Instant end) {
    Map<String, Object> alert = new HashMap<>();
    alert.put("labels", labels);
    alert.put("annotations", Map.of("summary", text.title(), "description", text.plain()));
    alert.put("startsAt", start);
    alert.put("endsAt", end);
    text.links().stream().findFirst().ifPresent(link -> alert.put("generatorURL", link.address()));
    return alert;
  }
}
