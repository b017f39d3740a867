package io.goldenpath;

import io.goldenpath.demo.user.DemoAccounts;
import io.goldenpath.history.RunHistory;
import io.goldenpath.metrics.ConfigMeters;
import io.goldenpath.metrics.RunMeters;
import io.goldenpath.model.run.RunListener;
import io.goldenpath.model.run.VerdictListener;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.schedule.Schedule;
import io.goldenpath.settings.load.CurrentSettings;
import io.goldenpath.settings.load.SettingsLoader;
import io.goldenpath.settings.reader.Settings;
import io.goldenpath.verdict.VerdictBoard;
import io.goldenpath.verdict.VerdictLog;
import io.goldenpath.web.access.AccessInterceptor;
import io.goldenpath.wire.ClientWarmUp;
import io.goldenpath.wire.WireClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Wires settings, schedule, journeys and the listeners to runs. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
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

  /** Before the verdict board, whose listeners may fetch the run. */
  @Bean
  @Order(0)
  RunHistory runHistory() {
    return new RunHistory();
  }

  @Bean
  @Order(1)
  VerdictBoard verdictBoard(InstantSource clock, List<VerdictListener> listeners) {
    return new VerdictBoard(clock, listeners);
  }

  @Bean
  @Order(0)
  VerdictLog verdictLog() {
    return new VerdictLog();
  }

  @Bean
  VerdictExpiry verdictExpiry(VerdictBoard board) {
    return new VerdictExpiry(board);
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

  /** Expires stale verdicts that nobody reads and no run renews. */
  record VerdictExpiry(VerdictBoard board) {

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void expireStale() {
      board.expireStale();
    }
  }
}
