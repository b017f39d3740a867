package io.goldenpath.notify.receiver;

import io.goldenpath.incident.Incident;
import io.goldenpath.incident.IncidentCause;
import io.goldenpath.notify.message.Notice;
import io.goldenpath.notify.message.NoticeIncident;
import io.goldenpath.notify.message.NoticeKind;
import io.goldenpath.notify.message.NoticePlace;
import io.goldenpath.notify.message.NoticeText;
import io.goldenpath.notify.message.NoticeText.Fact;
import io.goldenpath.notify.message.NoticeWriter;
import io.goldenpath.settings.notify.ReceiverSettings;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A service of PagerDuty, by its Events API v2; what is told together is one alert there. */
record PagerDutyReceiver(
    ReceiverSettings.PagerDuty settings, NoticePlace place, NoticeClient client)
    implements Receiver {

  private static final int LONGEST_SUMMARY = 1_024;

  @Override
  public boolean takes(Notice notice) {
    return switch (notice.kind()) {
      case OPENED, CHANGED, TEST -> true;
      // it is one alert there, which must not fall silent while something of it is open to nobody
      case ACKNOWLEDGED, RESOLVED -> notice.ofAll();
      // it reminds by itself, as its people have set it
      case REMINDER, REFRESHED -> false;
    };
  }

  @Override
  public DeliveryResult deliver(Notice notice) throws InterruptedException {
    DeliveryResult result = post(event(notice, action(notice)));
    boolean close = result instanceof DeliveryResult.Delivered && notice.kind() == NoticeKind.TEST;
    return close ? post(event(notice, "resolve")) : result;
  }

  private DeliveryResult post(Map<String, Object> event) throws InterruptedException {
    return client.post(NoticePost.of(settings.url(), event).hiding(settings.routingKey()));
  }

  private static String action(Notice notice) {
    return switch (notice.kind()) {
      case ACKNOWLEDGED -> "acknowledge";
      case RESOLVED -> "resolve";
      case OPENED, CHANGED, REMINDER, REFRESHED, TEST -> "trigger";
    };
  }

  private Map<String, Object> event(Notice notice, String action) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("routing_key", settings.routingKey().reveal());
    event.put("event_action", action);
    event.put("dedup_key", notice.thread());
    if (action.equals("trigger")) {
      NoticeText text = new NoticeWriter(place).write(notice);
      event.put("payload", payload(notice, text));
      event.put(
          "links",
          text.links().stream()
              .map(link -> Map.of("href", link.address(), "text", link.name()))
              .toList());
      event.put("client", "Golden Path Monitor");
      place.home().ifPresent(home -> event.put("client_url", home));
    }
    return event;
  }

  private Map<String, Object> payload(Notice notice, NoticeText text) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("summary", BoundedText.of(text.title(), LONGEST_SUMMARY));
    payload.put("source", source(notice.incidents()));
    payload.put("severity", severity(notice));
    payload.put("timestamp", since(notice).toString());
    payload.put("group", place.location());
    if (notice.incidents().size() == 1) {
      NoticeIncident only = notice.incidents().getFirst();
      payload.put("component", only.incident().probe().journey().label());
      Optional.ofNullable(only.cause())
          .map(IncidentCause::kind)
          .ifPresent(kind -> payload.put("class", kind));
    }
    payload.put("custom_details", details(text));
    return payload;
  }

  private static String source(List<NoticeIncident> incidents) {
    return incidents.isEmpty()
        ? "golden-path-monitor"
        : incidents.getFirst().incident().probe().target();
  }

  private static String severity(Notice notice) {
    if (notice.incidents().isEmpty()) {
      return "info";
    }
    return switch (notice.severity()) {
      case DEGRADED -> "warning";
      case DOWN, CRITICAL -> "critical";
    };
  }

  private static Instant since(Notice notice) {
    return notice.incidents().stream()
        .map(NoticeIncident::incident)
        .map(Incident::startedAt)
        .min(Instant::compareTo)
        .orElse(notice.at());
  }

  private static Map<String, String> details(NoticeText text) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("What", String.join("\n", text.sentences()));
    for (Fact fact : text.facts()) {
      details.put(fact.name(), fact.value());
    }
    return details;
  }
}
