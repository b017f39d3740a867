package io.goldenpath;

import io.goldenpath.cli.HealthRequest;
import io.goldenpath.demo.script.DemoAccounts;
import io.goldenpath.metrics.ConfigMeters;
import io.goldenpath.schedule.Schedule;
import io.goldenpath.settings.load.CurrentSettings;
import io.goldenpath.settings.load.RestartKeys;
import io.goldenpath.settings.load.SettingsReloader;
import io.goldenpath.settings.reader.Settings;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.stereotype.Component;

/** Starts the schedule after the server and stops it before; applies changed settings. */
@Component
final class MonitorLifecycle implements SmartLifecycle, SettingsReloader.Listener {

  private static final Logger logger = LoggerFactory.getLogger(MonitorLifecycle.class);
  private static final Duration RELOAD_INTERVAL = Duration.ofSeconds(1);
  private static final Duration START_PRECISION = Duration.ofSeconds(2);
  private static final Duration LONGEST_START = Duration.ofMinutes(2);

  private final CurrentSettings current;
  private final SettingsReloader reloader;
  private final Schedule schedule;
  private final WatchedProbes watched;
  private final ConfigMeters meters;
  private final Optional<DemoAccounts> demo;
  private final ConfigurableEnvironment environment;
  private final InstantSource clock;
  private volatile boolean running;

  MonitorLifecycle(
      CurrentSettings current,
      Schedule schedule,
      WatchedProbes watched,
      ConfigMeters meters,
      Optional<DemoAccounts> demo,
      ConfigurableEnvironment environment,
      InstantSource clock) {
    this.current = current;
    this.schedule = schedule;
    this.watched = watched;
    this.meters = meters;
    this.demo = demo;
    this.environment = environment;
    this.clock = clock;
    this.reloader = new SettingsReloader(environment, current, processStart(), clock, this);
  }

  /** A moment before it, since the system tells it to the second. */
  private Instant processStart() {
    return ProcessHandle.current()
        .info()
        .startInstant()
        .orElseGet(() -> clock.instant().minus(LONGEST_START))
        .minus(START_PRECISION);
  }

  @Override
  public void start() {
    Settings settings = current.settings();
    settings.warnings().forEach(warning -> logger.warn("{}", warning));
    int probes = watched.replace(settings);
    schedule.start();
    reloader.start(RELOAD_INTERVAL);
    running = true;
    MonitorAddress address = new MonitorAddress(environment);
    leave(address, settings);
    if (settings.access().exposed(environment)) {
      logger.warn(
          "Everybody who reaches {} may read all that is here, for goldenpath.access names neither"
              + " users nor a provider nor a token; beyond this machine nobody may act",
          address.page(watched.port()));
    }
    logger.info("Watching {}; status page: {}", count(probes), address.page(watched.port()));
  }

  @Override
  public void stop() {
    running = false;
    reloader.close();
    schedule.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public void applied(Settings settings) {
    Settings before = current.settings();
    for (String key : RestartKeys.changed(before, settings)) {
      logger.warn("{} has changed; restart to apply it", key);
    }
    if (settings.demo() && demo.isEmpty()) {
      logger.warn("The demo platform is enabled now; restart to start it");
    }
    settings.warnings().forEach(warning -> logger.warn("{}", warning));
    int probes = watched.replace(settings);
    meters.reloaded(clock.instant());
    if (!RestartKeys.areAllThatChanged(before, settings)) {
      logger.info("Changed settings applied: watching {}", count(probes));
    }
  }

  @Override
  public void refused() {
    meters.refused();
  }

  private static void leave(MonitorAddress address, Settings settings) {
    try {
      HealthRequest.leaveAddress(settings.history().folder(), address.liveness());
    } catch (IOException | IllegalArgumentException unable) {
      logger.debug("The command 'health' will have to read the settings", unable);
    }
  }

  private static String count(int probes) {
    return probes == 1 ? "1 probe" : probes + " probes";
  }
}
