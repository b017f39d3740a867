package io.goldenpath.settings.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.probe.MaintenanceWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.scheduling.support.CronExpression;

class RepeatedMaintenanceTests {

  private final RepeatedMaintenance sundays =
      new RepeatedMaintenance(
          CronExpression.parse("0 0 2 * * SUN"),
          Duration.ofHours(1),
          ZoneId.of("Europe/Berlin"),
          "patch window");

  @ParameterizedTest
  @CsvSource({
    "2026-11-28T12:00:00Z, 2026-11-29T01:00:00Z",
    "2026-11-29T00:59:59Z, 2026-11-29T01:00:00Z",
    "2026-11-29T01:00:00Z, 2026-11-29T01:00:00Z",
    "2026-11-29T01:59:59Z, 2026-11-29T01:00:00Z",
    "2026-11-29T02:00:00Z, 2026-12-06T01:00:00Z",
    "2026-07-01T00:00:00Z, 2026-07-05T00:00:00Z"
  })
  void isTheWindowOfThisMomentElseTheNext(Instant moment, Instant from) {
    assertThat(sundays.currentOrNext(moment))
        .contains(new MaintenanceWindow(from, from.plusSeconds(3600), "patch window"));
  }

  /** At two o'clock these clocks are set to three. */
  @Test
  void beginsLaterWhereTheClocksAreSetOverIt() {
    assertThat(sundays.currentOrNext(Instant.parse("2026-03-28T12:00:00Z")))
        .map(MaintenanceWindow::from)
        .contains(Instant.parse("2026-03-29T01:00:00Z"));
  }

  /** At three o'clock these clocks are set back to two. */
  @Test
  void beginsOnceWhereTheClocksShowItTwice() {
    assertThat(sundays.currentOrNext(Instant.parse("2026-10-24T12:00:00Z")))
        .map(MaintenanceWindow::from)
        .contains(Instant.parse("2026-10-25T00:00:00Z"));
    assertThat(sundays.currentOrNext(Instant.parse("2026-10-25T01:00:00Z")))
        .map(MaintenanceWindow::from)
        .contains(Instant.parse("2026-11-01T01:00:00Z"));
  }
}
