package io.goldenpath;

import io.goldenpath.demo.script.DemoAccount;
import io.goldenpath.demo.script.DemoAccounts;
import io.goldenpath.schedule.Schedule;
import io.goldenpath.settings.load.SettingsLoader;
import io.goldenpath.settings.reader.ProbeSetup;
import io.goldenpath.settings.reader.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Has the schedule watch the probes of the settings, and the demo's where it is switched on. */
@Component
final class WatchedProbes {

  private static final int DEFAULT_PORT = 8080;

  private final Schedule schedule;
  private final JourneyFactory journeys;
  private final SslBundleEngines engines;
  private final Optional<DemoAccounts> demo;
  private final Environment environment;

  WatchedProbes(
      Schedule schedule,
      JourneyFactory journeys,
      SslBundleEngines engines,
      Optional<DemoAccounts> demo,
      Environment environment) {
    this.schedule = schedule;
    this.journeys = journeys;
    this.engines = engines;
    this.demo = demo;
    this.environment = environment;
  }

  /** Returns how many they are. */
  int replace(Settings settings) {
    List<ProbeSetup> setups = new ArrayList<>(settings.setups());
    String contextPath = new MonitorAddress(environment).contextPath();
    if (settings.demo() && port() > 0) {
      demo.ifPresent(accounts -> setups.addAll(demoTarget(port(), contextPath, accounts)));
    }
    engines.replace(settings.tlsBundles());
    schedule.replace(journeys.createAll(setups));
    return setups.size();
  }

  /** The demo's probes; the path is empty or begins with a slash. */
  static List<ProbeSetup> demoTarget(int port, String path, DemoAccounts accounts) {
    Map<String, Object> variables = new HashMap<>(Map.of("demo-port", port, "demo-path", path));
    for (DemoAccount account : accounts.all()) {
      int number = accounts.all().indexOf(account) + 1;
      variables.put("demo-email-" + number, account.email());
      variables.put("demo-password-" + number, account.password());
    }
    return SettingsLoader.demoTarget(variables);
  }

  /** Zero while the server, which may take any, has not taken one. */
  int port() {
    return environment.getProperty(
        "local.server.port",
        Integer.class,
        environment.getProperty("server.port", Integer.class, DEFAULT_PORT));
  }
}
