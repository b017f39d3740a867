package io.goldenpath.detection;

import io.goldenpath.RealRuns;
import io.goldenpath.demo.DemoAccount;
import io.goldenpath.demo.DemoPlatform;
import io.goldenpath.demo.DemoScope;
import io.goldenpath.demo.DemoSetup;
import io.goldenpath.probe.Journey;
import io.goldenpath.probe.Run;
import io.goldenpath.settings.ProbeSetup;
import io.goldenpath.settings.SettingsLoader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.AbstractEnvironment;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** A demo platform with many users, and a monitor that walks with all of them at once. */
final class Crowd implements AutoCloseable {

  private static final String TARGET = "goldenpath.targets.demo.";

  private final int users;
  private final DemoPlatform demo;
  private final RealRuns runs = new RealRuns();

  Crowd(int users) {
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

  /** The isolation journey of all users, with these keys of it. */
  Journey journey(Map<String, String> keys) {
    return runs.journey(setup(keys));
  }

  Run walk(Journey journey) throws InterruptedException {
    return runs.walk(journey);
  }

  @Override
  public void close() {
    runs.close();
    demo.close();
  }

  private ProbeSetup setup(Map<String, String> keys) {
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
      properties.put(user + "password", accounts.get(i).password().reveal());
    }
    properties.put(TARGET + "journeys.isolation.users", String.valueOf(users));
    properties.put(TARGET + "journeys.isolation.every", "never");
    properties.put(TARGET + "journeys.isolation.timeout", "60s");
    keys.forEach((key, value) -> properties.put(TARGET + key, value));
    ConfigurableEnvironment environment = new AbstractEnvironment() {};
    environment.getPropertySources().addFirst(new MapPropertySource("crowd", properties));
    return SettingsLoader.load(environment).setups().getFirst();
  }
}
