package io.goldenpath.settings.service;

import static java.util.Objects.requireNonNullElse;

import io.goldenpath.model.probe.MaintenancePlan;
import io.goldenpath.model.probe.MaintenanceWindow;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.settings.keys.MaintenanceProperties;
import io.goldenpath.settings.mistakes.SettingKey;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

/** Reads planned maintenance. */
public record MaintenanceReader(SettingKey at) {

  private static final String NO_REASON = "planned maintenance";
  private static final Duration SHORTEST = Duration.ofMinutes(1);

  /** From where the beginnings of a repeated one are tried out. */
  private static final LocalDateTime ANY_TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

  public List<MaintenancePlan> read(List<MaintenanceProperties> written) {
    return at.each(written, MaintenanceReader::plan).stream().flatMap(Optional::stream).toList();
  }

  private static Optional<MaintenancePlan> plan(SettingKey at, MaintenanceProperties written) {
    boolean once = written.from() != null || written.to() != null;
    boolean repeated = written.cron() != null || written.length() != null;
    if (once == repeated) {
      return at.unreadable("needs either from and to, or cron and for");
    }
    Optional<ZoneId> zone = zone(at.child("zone"), written.zone());
    // read in any zone where that is wrong, for the other mistakes
    ZoneId known = zone.orElse(ZoneOffset.UTC);
    Optional<MaintenancePlan> plan = once ? one(at, written, known) : repeated(at, written, known);
    return zone.flatMap(_ -> plan);
  }

  private static Optional<MaintenancePlan> one(
      SettingKey at, MaintenanceProperties written, ZoneId zone) {
    Optional<Instant> from = time(at.child("from"), written.from(), zone);
    Optional<Instant> to = time(at.child("to"), written.to(), zone);
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    Duration length = Duration.between(from.get(), to.get());
    if (!length.isPositive()) {
      return at.child("to").wrong("must be later than from");
    }
    return isAllowed(at.child("to"), length)
        ? Optional.of(new OneMaintenance(new MaintenanceWindow(from.get(), to.get(), why(written))))
        : Optional.empty();
  }

  private static Optional<MaintenancePlan> repeated(
      SettingKey at, MaintenanceProperties written, ZoneId zone) {
    Optional<CronExpression> cron = cron(at.child("cron"), written.cron());
    Optional<Duration> allowed = length(at.child("for"), written.length());
    if (cron.isEmpty() || allowed.isEmpty()) {
      return Optional.empty();
    }
    Duration length = allowed.get();
    RepeatedMaintenance plan = new RepeatedMaintenance(cron.get(), length, zone, why(written));
    Optional<Duration> again =
        plan.shortestPeriod(ANY_TIME).filter(period -> period.compareTo(length) <= 0);
    return again.isEmpty()
        ? Optional.of(plan)
        : at.child("for")
            .wrong(
                "must be shorter than the time until cron begins it again, %s",
                DurationText.of(again.get()));
  }

  private static Optional<CronExpression> cron(SettingKey at, @Nullable String written) {
    if (written == null) {
      return at.wrong("is missing: when the maintenance begins, such as 0 0 2 * * SUN");
    }
    try {
      CronExpression cron = CronExpression.parse(written);
      return cron.next(ANY_TIME) == null
          ? at.wrong("never comes: there is no such date")
          : Optional.of(cron);
    } catch (IllegalArgumentException invalid) {
      return at.wrong(
          "is no cron expression of six fields from the second on, such as 0 0 2 * * SUN (%s)",
          invalid.getMessage());
    }
  }

  private static Optional<Duration> length(SettingKey at, @Nullable Duration written) {
    return written == null
        ? at.wrong("is missing: how long the maintenance lasts, such as 1h")
        : Optional.of(written).filter(length -> isAllowed(at, length));
  }

  private static boolean isAllowed(SettingKey at, Duration length) {
    if (length.compareTo(SHORTEST) < 0) {
      at.wrong("must be at least 1m");
    } else if (length.compareTo(MaintenanceWindow.LONGEST) > 0) {
      at.wrong(
          "must be at most %s: nobody hears of an outage meanwhile",
          DurationText.of(MaintenanceWindow.LONGEST));
    } else {
      return true;
    }
    return false;
  }

  private static Optional<Instant> time(SettingKey at, @Nullable String written, ZoneId zone) {
    if (written == null) {
      return at.wrong("is missing, such as 2026-12-01T22:00");
    }
    try {
      return Optional.of(
          switch (DateTimeFormatter.ISO_DATE_TIME.parseBest(
              written, OffsetDateTime::from, LocalDateTime::from)) {
            case OffsetDateTime offset -> offset.toInstant();
            case LocalDateTime local -> local.atZone(zone).toInstant();
            default -> throw new DateTimeException("neither of both");
          });
    } catch (DateTimeException _) {
      return at.wrong(
          "is no time such as 2026-12-01T22:00 or 2026-12-01T22:00:00+01:00, but '%s'", written);
    }
  }

  private static Optional<ZoneId> zone(SettingKey at, @Nullable String written) {
    try {
      return Optional.of(written == null ? ZoneOffset.UTC : ZoneId.of(written));
    } catch (DateTimeException _) {
      return at.wrong("is no time zone such as Europe/Berlin or UTC, but '%s'", written);
    }
  }

  private static String why(MaintenanceProperties written) {
    return requireNonNullElse(written.why(), NO_REASON);
  }
}
