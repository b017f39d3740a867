package io.goldenpath.settings.notify;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of incidents.
 *
 * @param page Where people open the monitor's pages, without a slash at its end; null where nobody
 *     has said.
 */
public record NotifySettings(
    @Nullable URI page,
    Duration groupWait,
    Map<String, ReceiverSettings> receivers,
    List<NotifyRoute> routes) {

  /** Nobody is told. */
  public static final NotifySettings NONE =
      new NotifySettings(null, Duration.ZERO, Map.of(), List.of());

  public NotifySettings {
    receivers = Map.copyOf(receivers);
    routes = List.copyOf(routes);
  }
}
