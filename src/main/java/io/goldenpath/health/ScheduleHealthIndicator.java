package io.goldenpath.health;

import io.goldenpath.schedule.Schedule;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the settings are loaded and the schedule has started. */
@Component("scheduleHealthIndicator")
final class ScheduleHealthIndicator implements HealthIndicator {

  private final Schedule schedule;

  ScheduleHealthIndicator(Schedule schedule) {
    this.schedule = schedule;
  }

  @Override
  public Health health() {
    return schedule.started()
        ? Health.up().build()
        : Health.outOfService().withDetail("why", "the schedule has not started yet").build();
  }
}
