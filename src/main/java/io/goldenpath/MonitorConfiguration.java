package io.goldenpath;

import io.goldenpath.demo.user.DemoAccounts;
import io.goldenpath.history.RunHistory;
import io.goldenpath.metrics.ConfigMeters;
import io.goldenpath.metrics.RunMeters;
import io.goldenpath.model.run.RunListener;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.schedule.Schedule;
import io.goldenpath.settings.load.CurrentSettings;
import io.goldenpath.settings.load.SettingsLoader;
import io.goldenpath.settings.reader.Settings;
import io.goldenpath.verdict.VerdictBoard;
import io.goldenpath.web.access.AccessInterceptor;
import io.goldenpath.wire.ClientWarmUp;
import io.goldenpath.wire.WireClient;
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
  CurrentSettings currentSettings(Settings settings, InstantSource clock) {
    return new CurrentSettings(settings, clock.instant());
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
  WireClient wire(SslBundles bundles, Stopwatch stopwatch) {
    WireClient wire =
        WireClient.open(MonitorVersion.userAgent(), new SslBundleEngines(bundles), stopwatch);
    ClientWarmUp.run(wire, stopwatch);
    return wire;
  }

  @Bean
  JourneyFactory journeyFactory(WireClient wire, InstantSource clock, Stopwatch stopwatch) {
    return new JourneyFactory(wire, clock, stopwatch);
  }

  /** Believes and remembers before others tell of it. */
  @Bean
  @Order(0)
  VerdictBoard verdictBoard(InstantSource clock) {
    return new VerdictBoard(clock);
  }

  @Bean
  @Order(0)
  RunHistory runHistory() {
    return new RunHistory();
  }

  @Bean
  RunMeters runMeters(MeterRegistry registry, VerdictBoard board, Settings settings) {
    return new RunMeters(registry, board, settings.location());
  }

  @Bean
  ConfigMeters configMeters(MeterRegistry registry, Settings settings, InstantSource clock) {
    return new ConfigMeters(
        registry, settings.location(), MonitorVersion.current(), clock.instant());
  }

  @Bean
  Schedule schedule(
      Settings settings, List<RunListener> listeners, InstantSource clock, Stopwatch stopwatch) {
    return new Schedule(settings.location(), listeners, clock, stopwatch);
  }

  @Bean
  AccessInterceptor accessRule(CurrentSettings settings) {
    return new AccessInterceptor(settings::accessToken);
  }

  @Bean
  MonitorLifecycle monitorLifecycle(
      CurrentSettings settings,
      Schedule schedule,
      JourneyFactory journeys,
      ConfigMeters meters,
      Optional<DemoAccounts> demo,
      ConfigurableEnvironment environment,
      InstantSource clock) {
    return new MonitorLifecycle(settings, schedule, journeys, meters, demo, environment, clock);
  }
}
