package io.goldenpath.health;

import io.goldenpath.schedule.Schedule;
import io.goldenpath.verdict.RemovedTarget;
import io.goldenpath.verdict.VerdictBoard;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Liveness and readiness of the monitor itself, whatever its targets do. */
@Configuration(proxyBeanMethods = false)
class MonitorHealthConfiguration {

  private static final String NOTHING_WATCHED =
      "no target is configured under goldenpath.targets, and the demo platform is off";

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
  HealthIndicator scheduleHealthIndicator(Schedule schedule, VerdictBoard board) {
    return () -> schedule(schedule, board);
  }

  /** A monitor that watches nothing must not look like one all of whose targets are well. */
  private static Health schedule(Schedule schedule, VerdictBoard board) {
    if (!schedule.started()) {
      return Health.outOfService().withDetail("why", "the schedule has not started yet").build();
    }
    int probes = board.states().size();
    Health.Builder health =
        probes > 0 ? Health.up() : Health.down().withDetail("why", NOTHING_WATCHED);
    List<RemovedTarget> removed = board.removedTargets();
    if (!removed.isEmpty()) {
      health.withDetail("removedTargets", removed.stream().map(RemovedTarget::name).toList());
    }
    return health.withDetail("probes", probes).build();
  }
}
