package io.goldenpath;

import io.goldenpath.history.recording.StoreWriter;
import io.goldenpath.maintenance.MaintenanceBoard;
import io.goldenpath.maintenance.MaintenanceRequests;
import io.goldenpath.metrics.MaintenanceMeters;
import io.goldenpath.metrics.SloMeters;
import io.goldenpath.settings.reader.Settings;
import io.goldenpath.slo.ErrorBudgets;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires maintenance and objectives. */
@Configuration(proxyBeanMethods = false)
class ServiceLevelConfiguration {

  @Bean
  MaintenanceBoard maintenanceBoard(InstantSource clock) {
    return new MaintenanceBoard(clock);
  }

  @Bean
  MaintenanceRequests maintenanceRequests(
      MaintenanceBoard board, StoreWriter writer, InstantSource clock) {
    return new MaintenanceRequests(board, writer, clock);
  }

  @Bean
  MaintenanceMeters maintenanceMeters(
      MeterRegistry registry, MaintenanceBoard board, Settings settings) {
    return new MaintenanceMeters(registry, board, settings.location());
  }

  @Bean
  ErrorBudgets errorBudgets(StoreWriter writer, InstantSource clock) {
    return new ErrorBudgets(writer, clock);
  }

  @Bean
  SloMeters sloMeters(MeterRegistry registry, Settings settings) {
    return new SloMeters(registry, settings.location());
  }
}
