package io.goldenpath;

import io.goldenpath.demo.platform.DemoConfiguration;
import io.goldenpath.history.RunHistory;
import io.goldenpath.maintenance.MaintenanceBoard;
import io.goldenpath.metrics.ConfigMeters;
import io.goldenpath.metrics.RegistryWithoutMax;
import io.goldenpath.metrics.ReleaseMeters;
import io.goldenpath.metrics.RunMeters;
import io.goldenpath.metrics.StallMeters;
import io.goldenpath.metrics.TargetLabels;
import io.goldenpath.metrics.TargetMeters;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.regression.RegressionListener;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunListener;
import io.goldenpath.model.run.RunTrace;
import io.goldenpath.model.run.VerdictChange;
import io.goldenpath.model.run.VerdictListener;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.regression.RegressionBoard;
import io.goldenpath.release.ReleaseTracker;
import io.goldenpath.schedule.RunOrigin;
import io.goldenpath.schedule.Schedule;
import io.goldenpath.settings.load.CurrentSettings;
import io.goldenpath.settings.load.SettingsLoader;
import io.goldenpath.settings.reader.Settings;
import io.goldenpath.verdict.VerdictBoard;
import io.goldenpath.verdict.VerdictLog;
import io.goldenpath.wire.WireClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Wires settings, schedule, journeys and the listeners to runs. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class MonitorConfiguration {

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
  SslBundleEngines tlsEngines(Settings settings) {
    return new SslBundleEngines(settings.tlsBundles());
  }

  @Bean
  WireClient wire(SslBundleEngines engines, Stopwatch stopwatch) {
    return WireClient.open(MonitorVersion.userAgent(), engines, stopwatch);
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

  /** Before the verdict board, whose verdicts rest on it. */
  @Bean
  @Order(0)
  RegressionBoard regressionBoard(List<RegressionListener> listeners) {
    return new RegressionBoard(listeners);
  }

  /** Before the regression board, which is to know the release of the run that it judges. */
  @Bean
  @Order(-1)
  ReleaseTracker releaseTracker(RegressionBoard board) {
    return new ReleaseTracker(board);
  }

  @Bean
  ReleaseMeters releaseMeters(MeterRegistry registry, RegressionBoard board, Settings settings) {
    return new ReleaseMeters(registry, board, settings.location());
  }

  @Bean
  @Order(0)
  VerdictLog verdictLog() {
    return new VerdictLog();
  }

  @Bean
  PrometheusRegistry prometheusRegistry() {
    return new RegistryWithoutMax();
  }

  @Bean
  RunMeters runMeters(MeterRegistry registry, VerdictBoard board, Settings settings) {
    return new RunMeters(registry, board, settings.location(), settings.metrics());
  }

  @Bean
  TargetMeters targetMeters(MeterRegistry registry, VerdictBoard board, Settings settings) {
    return new TargetMeters(registry, board, settings.location());
  }

  @Bean
  TargetLabels targetLabels(MeterRegistry registry, Settings settings) {
    return new TargetLabels(registry, settings.location());
  }

  @Bean
  ConfigMeters configMeters(MeterRegistry registry, Settings settings, InstantSource clock) {
    return new ConfigMeters(
        registry, settings.location(), MonitorVersion.current(), clock.instant());
  }

  @Bean
  StallMeters stallMeters(MeterRegistry registry, Settings settings, WireClient wire) {
    return new StallMeters(registry, settings.location(), wire::stalledTime);
  }

  @Bean
  Schedule schedule(
      Settings settings,
      List<RunListener> listeners,
      MaintenanceBoard maintenance,
      ReleaseTracker releases,
      InstantSource clock,
      Stopwatch stopwatch,
      WireClient wire,
      ObjectProvider<RunTrace.Source> traces) {
    UnaryOperator<Run> marks = run -> releases.mark(maintenance.mark(run));
    RunOrigin origin =
        new RunOrigin(settings.location(), traces.getIfAvailable(() -> RunTrace.Source.NONE));
    return new Schedule(origin, listeners, marks, clock, stopwatch, wire.stalls());
  }

  /** Expires stale verdicts that nobody reads and no run renews. */
  @Component
  record VerdictExpiry(VerdictBoard board) {

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void expireStale() {
      board.expireStale();
    }
  }

  /** Has the schedule confirm what one run says. */
  @Component
  record ConfirmationRuns(ObjectProvider<Schedule> schedule) implements VerdictListener {

    @Override
    public void changed(VerdictChange change) {}

    @Override
    public void confirmationWanted(ProbeId probe, Duration after) {
      schedule.getObject().confirm(probe, after);
    }
  }

  /** Runs the demo platform inside the monitor where the settings want it. */
  @Configuration(proxyBeanMethods = false)
  @Conditional(DemoEnabled.class)
  @Import(DemoConfiguration.class)
  static class EmbeddedDemo {}

  /**
   * Where no target is configured, or {@code goldenpath.demo.enabled} says so. Asked more than
   * once, and before there are beans, it reads the settings once and leaves them as a bean.
   */
  static class DemoEnabled implements Condition {

    private static final String SETTINGS = "settings";

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return context.getEnvironment() instanceof ConfigurableEnvironment environment
          && context.getBeanFactory() != null
          && settings(context.getBeanFactory(), environment).demo();
    }

    private static Settings settings(
        ConfigurableListableBeanFactory beans, ConfigurableEnvironment environment) {
      if (!beans.containsSingleton(SETTINGS)) {
        beans.registerSingleton(SETTINGS, SettingsLoader.load(environment));
      }
      return beans.getBean(SETTINGS, Settings.class);
    }
  }
}
