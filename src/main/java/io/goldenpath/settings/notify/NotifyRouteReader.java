package io.goldenpath.settings.notify;

import io.goldenpath.model.time.DurationText;
import io.goldenpath.settings.keys.notify.RouteProperties;
import io.goldenpath.settings.keys.value.RunInterval;
import io.goldenpath.settings.mistakes.SettingKey;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads which incidents are told to whom. */
record NotifyRouteReader(SettingKey at) {

  private static final Duration MOST_OFTEN = Duration.ofMinutes(1);

  NotifyRoute read(RouteProperties written, Set<String> receivers, @Nullable Duration remind) {
    SettingKey to = at.child("to");
    if (written.to().isEmpty()) {
      to.wrong("is missing; expected names of receivers");
    }
    written.to().stream()
        .filter(name -> !receivers.contains(name))
        .forEach(name -> to.item(written.to().indexOf(name)).unknown("receiver", name, receivers));
    RunInterval own = written.remind();
    return new NotifyRoute(
        written.targets(),
        written.labels(),
        written.severity(),
        new TreeSet<>(written.to()),
        own == null ? remind : interval(at.child("remind"), own));
  }

  /** Null for never. */
  static @Nullable Duration interval(SettingKey at, RunInterval written) {
    Duration period = written.period();
    if (period != null && period.compareTo(MOST_OFTEN) < 0) {
      at.wrong("must be at least %s, or never", DurationText.setting(MOST_OFTEN));
    }
    return period;
  }
}
