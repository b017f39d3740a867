package io.goldenpath;

import io.goldenpath.demo.DemoAccounts;
import io.goldenpath.history.RunMemory;
import io.goldenpath.metrics.ConfigMeters;
import io.goldenpath.metrics.RunMeters;
import io.goldenpath.probe.RunListener;
import io.goldenpath.probe.Stopwatch;
import io.goldenpath.schedule.Schedule;
import io.goldenpath.settings.Settings;
import io.goldenpath.settings.SettingsInForce;
import io.goldenpath.settings.SettingsLoader;
import io.goldenpath.verdict.VerdictBoard;
import io.goldenpath.web.AccessRule;
import io.goldenpath.wire.Wire;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;

/** Puts the parts together: settings, schedule, journeys, and those who tell of runs. */
@Configuration(proxyBeanMethods = false)
class MonitorConfiguration {

  @Bean
  Settings settings(ConfigurableEnvironment environment) {
    return SettingsLoader.load(environment);
  }

  @Bean
  SettingsInForce settingsInForce(Settings settings, InstantSource clock) {
    return new SettingsInForce(settings, clock.instant());
  }

  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }

  @Bean
  Stopwatch stopwatch() {
    return Stopwatch.SYSTEM;
  }

  @Bean
  Wire wire(SslBundles bundles, Stopwatch stopwatch) {
    Wire wire = Wire.open(Version.userAgent(), new BundleEngines(bundles), stopwatch);
    wire.rehearse();
    return wire;
  }

  @Bean
  Journeys journeys(Wire wire, InstantSource clock, Stopwatch stopwatch) {
    return new Journeys(wire, clock, stopwatch);
  }

  /** Believes and remembers before others tell of it. */
  @Bean
  @Order(0)
  VerdictBoard verdictBoard(InstantSource clock) {
    return new VerdictBoard(clock);
  }

  @Bean
  @Order(0)
  RunMemory runMemory() {
    return new RunMemory();
  }

  @Bean
  RunMeters runMeters(MeterRegistry registry, VerdictBoard board, Settings settings) {
    return new RunMeters(registry, board, settings.location());
  }

  @Bean
  ConfigMeters configMeters(MeterRegistry registry, Settings settings, InstantSource clock) {
    return new ConfigMeters(registry, settings.location(), Version.current(), clock.instant());
  }

  @Bean
  Schedule schedule(
      Settings settings, List<RunListener> listeners, InstantSource clock, Stopwatch stopwatch) {
    return new Schedule(settings.location(), listeners, clock, stopwatch);
  }

  @Bean
  AccessRule accessRule(SettingsInForce settings) {
    return new AccessRule(settings::accessToken);
  }

  @Bean
  Watch watch(
      SettingsInForce settings,
      Schedule schedule,
      Journeys journeys,
      ConfigMeters meters,
      Optional<DemoAccounts> demo,
      ConfigurableEnvironment environment,
      InstantSource clock) {
    return new Watch(settings, schedule, journeys, meters, demo, environment, clock);
  }
}
