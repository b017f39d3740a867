package io.goldenpath.detection;

import io.goldenpath.JourneyRunner;
import io.goldenpath.demo.platform.DemoPlatform;
import io.goldenpath.demo.platform.DemoScope;
import io.goldenpath.demo.platform.DemoSetup;
import io.goldenpath.demo.script.DemoAccount;
import io.goldenpath.model.run.Journey;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.settings.load.SettingsLoader;
import io.goldenpath.settings.reader.ProbeSetup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.AbstractEnvironment;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** A demo platform with many users, and a monitor that walks with all of them at once. */
final class MonitoredUsers implements AutoCloseable {

  private static final String TARGET = "goldenpath.targets.demo.";

  private static final int TRIES = 4;

  private final int users;
  private final DemoPlatform demo;
  private final JourneyRunner runs = new JourneyRunner();
  private int walks;

  MonitoredUsers(int users) {
    this.users = users;
    this.demo = DemoPlatform.start(0, new DemoSetup(users, 7));
  }

  DemoPlatform demo() {
    return demo;
  }

  /** The scope of this user. */
  DemoScope user(int number) {
    return DemoScope.user(demo.accounts().number(number).email());
  }

  /** The isolation journey of all users, with these keys of the target. */
  Journey journey(Map<String, String> keys) {
    return journey(keys, users);
  }

  /** The isolation journey of all users, so many of whom ask. */
  Journey journey(Map<String, String> keys, int askers) {
    return runs.journey(setup(keys, askers));
  }

  /** One run; where our own machine stood still, it counts for nothing and is walked again. */
  Run walk(Journey journey) {
    try {
      Run run;
      int tries = 0;
      do {
        walks++;
        tries++;
        run = runs.run(journey);
      } while (run.outcome() == Outcome.BROKEN && tries < TRIES);
      return run;
    } catch (InterruptedException ex) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(ex);
    }
  }

  /** How often it was walked, runs that counted for nothing included. */
  int walks() {
    return walks;
  }

  @Override
  public void close() {
    runs.close();
    demo.close();
  }

  private ProbeSetup setup(Map<String, String> keys, int askers) {
    Map<String, Object> properties = new LinkedHashMap<>();
    String host = "://127.0.0.1:" + demo.port() + "/demo";
    properties.put(TARGET + "login.type", "password");
    properties.put(TARGET + "login.url", "http" + host + "/auth/login");
    properties.put(TARGET + "socket.url", "ws" + host + "/ws");
    properties.put(TARGET + "manners.connects", "100000");
    properties.put(TARGET + "manners.logins", "1000");
    List<DemoAccount> accounts = demo.accounts().all();
    for (int i = 0; i < accounts.size(); i++) {
      String user = TARGET + "users[" + i + "].";
      properties.put(user + "email", accounts.get(i).email());
      properties.put(user + "password", accounts.get(i).password());
    }
    properties.put(TARGET + "journeys.isolation.users", String.valueOf(askers));
    properties.put(TARGET + "journeys.isolation.every", "never");
    properties.put(TARGET + "journeys.isolation.timeout", "60s");
    keys.forEach((key, value) -> properties.put(TARGET + key, value));
    ConfigurableEnvironment environment = new AbstractEnvironment() {};
    environment.getPropertySources().addFirst(new MapPropertySource("crowd", properties));
    return SettingsLoader.load(environment).setups().getFirst();
  }
}
