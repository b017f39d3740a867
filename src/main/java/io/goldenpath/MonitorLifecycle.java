package io.goldenpath;

import io.goldenpath.demo.script.DemoAccount;
import io.goldenpath.demo.script.DemoAccounts;
import io.goldenpath.metrics.ConfigMeters;
import io.goldenpath.schedule.Schedule;
import io.goldenpath.settings.load.CurrentSettings;
import io.goldenpath.settings.load.SettingsLoader;
import io.goldenpath.settings.load.SettingsReloader;
import io.goldenpath.settings.reader.ProbeSetup;
import io.goldenpath.settings.reader.Settings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  private final CurrentSettings current;
  private final SettingsReloader reloader;
  private final Schedule schedule;
  private final JourneyFactory journeys;
  private final SslBundleEngines engines;
  private final ConfigMeters meters;
  private final Optional<DemoAccounts> demo;
  private final ConfigurableEnvironment environment;
  private final InstantSource clock;
  private volatile boolean running;

  MonitorLifecycle(
      CurrentSettings current,
      Schedule schedule,
      JourneyFactory journeys,
      SslBundleEngines engines,
      ConfigMeters meters,
      Optional<DemoAccounts> demo,
      ConfigurableEnvironment environment,
      InstantSource clock) {
    this.current = current;
    this.schedule = schedule;
    this.journeys = journeys;
    this.engines = engines;
    this.meters = meters;
    this.demo = demo;
    this.environment = environment;
    this.clock = clock;
    this.reloader = new SettingsReloader(environment, current, clock, this);
  }

  @Override
  public void start() {
    Settings settings = current.settings();
    settings.warnings().forEach(warning -> logger.warn("{}", warning));
    int probes = replaceProbes(settings);
    schedule.start();
    reloader.start(RELOAD_INTERVAL);
    running = true;
    logger.info(
        "Watching {}; status page: http://{}:{}",
        count(probes),
        environment.getProperty("server.address", "localhost").replace("127.0.0.1", "localhost"),
        port());
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
    if (!settings.location().equals(current.settings().location())) {
      logger.warn("goldenpath.location has changed; restart to apply it");
    }
    if (settings.demo() && demo.isEmpty()) {
      logger.warn("The demo platform is enabled now; restart to start it");
    }
    settings.warnings().forEach(warning -> logger.warn("{}", warning));
    int probes = replaceProbes(settings);
    meters.reloaded(clock.instant());
    logger.info("Changed settings applied: watching {}", count(probes));
  }

  @Override
  public void refused() {
    meters.refused();
  }

  static List<ProbeSetup> demoTarget(int port, DemoAccounts accounts) {
    Map<String, Object> variables = new HashMap<>(Map.of("demo-port", port));
    for (DemoAccount account : accounts.all()) {
      int number = accounts.all().indexOf(account) + 1;
      variables.put("demo-email-" + number, account.email());
      variables.put("demo-password-" + number, account.password());
    }
    return SettingsLoader.demoTarget(variables);
  }

  private int replaceProbes(Settings settings) {
    List<ProbeSetup> setups = new ArrayList<>(settings.setups());
    if (settings.demo()) {
      demo.ifPresent(accounts -> setups.addAll(demoTarget(port(), accounts)));
    }
    engines.replace(settings.tlsBundles());
    schedule.replace(journeys.createAll(setups));
    return setups.size();
  }

  private static String count(int probes) {
    return probes == 1 ? "1 probe" : probes + " probes";
  }

  private int port() {
    return environment.getRequiredProperty("local.server.port", Integer.class);
  }
}
