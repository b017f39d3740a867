package io.goldenpath.settings.service;

import io.goldenpath.model.probe.MaintenancePlan;
import io.goldenpath.model.probe.MaintenanceWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.scheduling.support.CronExpression;

/**
 * Maintenance that begins whenever the zone's clocks show what the expression says. Where they are
 * set forward over that time, it begins as much later.
 */
record RepeatedMaintenance(CronExpression cron, Duration length, ZoneId zone, String why)
    implements MaintenancePlan {

  /** More than any zone sets its clocks. */
  private static final Duration CLOCK_CHANGE = Duration.ofHours(3);

  @Override
  public Optional<MaintenanceWindow> currentOrNext(Instant moment) {
    LocalDateTime before = LocalDateTime.ofInstant(moment.minus(length).minus(CLOCK_CHANGE), zone);
    return beginnings(before)
        .map(begin -> begin.atZone(zone).toInstant())
        .map(from -> new MaintenanceWindow(from, from.plus(length), why))
        .filter(window -> window.until().isAfter(moment))
        .findFirst();
  }

  /** The shortest time between two of the next beginnings; empty where it begins once at most. */
  Optional<Duration> shortestPeriod(LocalDateTime after) {
    LocalDateTime[] next = beginnings(after).limit(50).toArray(LocalDateTime[]::new);
    return Stream.iterate(1, i -> i + 1)
        .limit(Math.max(0, next.length - 1))
        .map(i -> Duration.between(next[i - 1], next[i]))
        .min(Duration::compareTo);
  }

  private Stream<LocalDateTime> beginnings(LocalDateTime after) {
    return Stream.iterate(cron.next(after), begin -> begin != null, cron::next);
  }
}
