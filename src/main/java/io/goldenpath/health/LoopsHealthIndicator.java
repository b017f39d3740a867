package io.goldenpath.health;

import io.goldenpath.schedule.Schedule;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the monitor's own loops are alive; what the targets do never touches it. */
@Component("loopsHealthIndicator")
final class LoopsHealthIndicator implements HealthIndicator {

  private final Schedule schedule;

  LoopsHealthIndicator(Schedule schedule) {
    this.schedule = schedule;
  }

  @Override
  public Health health() {
    return schedule.alive()
        ? Health.up().build()
        : Health.down()
            .withDetail("why", "the schedule's timer has not beaten for ten seconds")
            .build();
  }
}
