package io.goldenpath.notify;

import io.goldenpath.notify.message.Notice;
import io.goldenpath.notify.message.NoticeIncident;
import io.goldenpath.notify.receiver.Receiver;
import io.goldenpath.settings.notify.NotifyRoute;
import io.goldenpath.settings.notify.NotifySettings;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The receivers of the settings, and who of them hears what. */
record Audience(NotifySettings settings, Map<String, Receiver> receivers) {

  /** Those to whom the routes lead it. */
  Set<String> of(NoticeIncident incident) {
    Set<String> names = new HashSet<>();
    routes(incident).forEach(route -> names.addAll(route.to()));
    names.retainAll(receivers.keySet());
    return names;
  }

  /** How often an open one is told again; null for never. */
  @Nullable Duration remind(String receiver, NoticeIncident incident) {
    return routes(incident)
        .filter(route -> route.to().contains(receiver))
        .map(NotifyRoute::remind)
        .filter(Objects::nonNull)
        .min(Duration::compareTo)
        .orElse(null);
  }

  boolean takes(String receiver, Notice notice) {
    return Optional.ofNullable(receivers.get(receiver))
        .filter(known -> known.takes(notice))
        .isPresent();
  }

  private Stream<NotifyRoute> routes(NoticeIncident incident) {
    return settings.routes().stream()
        .filter(route ->
            route.matches(
                incident.incident().probe().target(), incident.labels(), incident.severity()));
  }
}
