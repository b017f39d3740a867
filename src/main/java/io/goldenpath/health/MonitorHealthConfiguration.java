package io.goldenpath.health;

import io.goldenpath.schedule.Schedule;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Liveness and readiness of the monitor itself, whatever its targets do. */
@Configuration(proxyBeanMethods = false)
class MonitorHealthConfiguration {

  @Bean
  HealthIndicator loopsHealthIndicator(Schedule schedule) {
    return () ->
        schedule.alive()
            ? Health.up().build()
            : Health.down()
                .withDetail("why", "the schedule's timer has not ticked for 10 s")
                .build();
  }

  @Bean
  HealthIndicator scheduleHealthIndicator(Schedule schedule) {
    return () ->
        schedule.started()
            ? Health.up().build()
            : Health.outOfService().withDetail("why", "the schedule has not started yet").build();
  }
}
