package io.goldenpath.settings.notify;

import io.goldenpath.model.target.Secret;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.settings.keys.notify.AlertSeverity;
import io.goldenpath.settings.keys.notify.NotifyProperties;
import io.goldenpath.settings.keys.notify.ReceiverProperties;
import io.goldenpath.settings.mistakes.SettingKey;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads who is told of incidents. */
public record NotifyReader(SettingKey at) {

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

  public NotifySettings read(NotifyProperties written) {
    SettingKey wait = at.child("group-wait");
    if (written.groupWait().isNegative() || written.groupWait().compareTo(LONGEST_WAIT) > 0) {
      wait.wrong("must be from 0s to %s", DurationText.setting(LONGEST_WAIT));
    }
    Set<String> names = written.receivers().keySet();
    Duration remind = NotifyRouteReader.interval(at.child("remind"), written.remind());
    List<NotifyRoute> routes =
        at.child("routes")
            .each(
                written.routes(),
                (key, route) -> new NotifyRouteReader(key).read(route, names, remind));
    warnOfUnused(written, routes);
    return new NotifySettings(
        page(written),
        written.groupWait(),
        receivers(written.receivers()),
        written.routes().isEmpty() ? everythingToAll(names, remind) : routes);
  }

  private Map<String, ReceiverSettings> receivers(Map<String, ReceiverProperties> written) {
    Map<String, ReceiverSettings> receivers = new HashMap<>();
    written.forEach((name, one) -> {
      SettingKey key = at.child("receivers").child(name);
      key.checkName("receiver", name);
      new ReceiverReader(key).read(one).ifPresent(known -> receivers.put(name, known));
    });
    return receivers;
  }

  private static List<NotifyRoute> everythingToAll(Set<String> names, @Nullable Duration remind) {
    return List.of(new NotifyRoute(List.of(), Map.of(), AlertSeverity.DEGRADED, names, remind));
  }

  private void warnOfUnused(NotifyProperties written, List<NotifyRoute> routes) {
    if (!routes.isEmpty()) {
      written.receivers().keySet().stream()
          .filter(name -> routes.stream().noneMatch(route -> route.to().contains(name)))
          .forEach(name ->
              at.child("receivers").child(name).warn("is in no route, so it hears of nothing"));
    }
  }

  private @Nullable URI page(NotifyProperties written) {
    SettingKey key = at.child("page");
    String page = written.page();
    if (page == null) {
      if (!written.receivers().isEmpty()) {
        key.warn("is missing: messages have no links to pages");
      }
      return null;
    }
    return new ReceiverAddress(key, "https://golden-path.example.com")
        .read(Secret.of(page.replaceFirst("/+$", "")))
        .orElse(null);
  }
}
