package io.goldenpath;

import io.goldenpath.demo.DemoAccount;
import io.goldenpath.demo.DemoAccounts;
import io.goldenpath.probe.Secret;
import io.goldenpath.schedule.Schedule;
import io.goldenpath.settings.ProbeSetup;
import io.goldenpath.settings.Settings;
import io.goldenpath.settings.SettingsLoader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;

/** Starts the schedule when the server listens, and stops it while the server still does. */
final class Watch implements SmartLifecycle {

  private static final Logger logger = LoggerFactory.getLogger(Watch.class);

  private final Settings settings;
  private final Schedule schedule;
  private final Journeys journeys;
  private final Optional<DemoAccounts> demo;
  private final Environment environment;
  private volatile boolean running;

  Watch(
      Settings settings,
      Schedule schedule,
      Journeys journeys,
      Optional<DemoAccounts> demo,
      Environment environment) {
    this.settings = settings;
    this.schedule = schedule;
    this.journeys = journeys;
    this.demo = demo;
    this.environment = environment;
  }

  @Override
  public void start() {
    List<ProbeSetup> setups = new ArrayList<>(settings.setups());
    int port = environment.getRequiredProperty("local.server.port", Integer.class);
    demo.ifPresent(accounts -> setups.addAll(demoTarget(port, accounts)));
    schedule.replace(setups.stream().map(journeys::of).toList());
    schedule.start();
    running = true;
    logger.info(
        "Watching {} {}; status page: http://{}:{}",
        setups.size(),
        setups.size() == 1 ? "probe" : "probes",
        environment.getProperty("server.address", "localhost").replace("127.0.0.1", "localhost"),
        port);
  }

  @Override
  public void stop() {
    running = false;
    schedule.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** The demo platform's probes, for the server at this port. */
  static List<ProbeSetup> demoTarget(int port, DemoAccounts accounts) {
    Map<String, Secret> passwords = new LinkedHashMap<>();
    for (DemoAccount account : accounts.all()) {
      passwords.put(account.email(), account.password());
    }
    return SettingsLoader.demoTarget(port, passwords);
  }
}
