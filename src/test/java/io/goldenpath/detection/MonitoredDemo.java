package io.goldenpath.detection;

import io.goldenpath.JourneyRunner;
import io.goldenpath.catalogue.relay.Relay;
import io.goldenpath.catalogue.spoken.SpokenProtocol;
import io.goldenpath.demo.platform.DemoFaults;
import io.goldenpath.demo.platform.DemoPlatform;
import io.goldenpath.demo.platform.DemoScope;
import io.goldenpath.demo.platform.DemoSetup;
import io.goldenpath.demo.script.DemoAccount;
import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.run.Journey;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.settings.load.SettingsLoader;
import io.goldenpath.settings.reader.ProbeSetup;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.AbstractEnvironment;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ClassPathResource;

/** A demo platform, and a monitor beside it: each user is a target of its own. */
final class MonitoredDemo implements AutoCloseable {

  private static final int TRIES = 4;

  private static final String TARGET = "detection-target.yaml";

  private final DemoPlatform demo;
  private final List<String> targets;
  private final Map<String, Object> properties;
  private final Closeable front;
  private final JourneyRunner runs = new JourneyRunner();
  private final AtomicInteger broken = new AtomicInteger();

  /** Of the bundled dialect. */
  MonitoredDemo(int users) {
    this.demo = DemoPlatform.start(0, new DemoSetup(users, 7));
    this.targets = List.of(TARGET);
    this.properties = Map.of();
    this.front = () -> {};
  }

  /** That speaks this protocol, and is described in it. */
  MonitoredDemo(int users, SpokenProtocol protocol) throws IOException {
    this.demo = DemoPlatform.start(0, new DemoSetup(users, 7));
    Relay relay = Relay.speaking(protocol, demo.port());
    boolean wrapped = protocol == SpokenProtocol.GRAPHQL;
    this.targets = List.of("spoken-target.yaml", TARGET);
    this.properties =
        Map.of(
            "socket-port",
            relay.port(),
            "framing",
            protocol.label(),
            "at",
            wrapped ? "/data/said" : "",
            "it",
            wrapped ? "frame.data.said" : "frame");
    this.front = relay;
  }

  /** Walks a few good runs at once, for classes are loaded once and that takes time. */
  void warmUp() throws InterruptedException {
    Journey journey = journey(1, Map.of());
    runs.run(journey);
    try (ExecutorService walkers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 10; i++) {
        walkers.submit(() -> runs.run(journey(1, Map.of())));
      }
    }
  }

  DemoFaults faults() {
    return demo.faults();
  }

  String email(int number) {
    return demo.accounts().number(number).email();
  }

  DemoScope user(int number) {
    return DemoScope.user(email(number));
  }

  /** Switches on what this case is about, for the user of this number. */
  void play(DetectionCase one, int number) {
    String visitor = one.visitor() == null ? email(number) : one.visitor();
    faults().switchOn(one.behaviour(), DemoScope.user(visitor));
  }

  /** The journey of this user, who has not logged in yet. */
  Journey journey(int number, DetectionCase one) {
    return runs.journey(setup(demo.accounts().number(number), one.settings(), one.journey()));
  }

  /** The golden path of this user, who has not logged in yet. */
  Journey journey(int number, Map<String, String> settings) {
    return runs.journey(setup(demo.accounts().number(number), settings, JourneyKind.GOLDEN_PATH));
  }

  /** One run; where our own machine stood still, it counts for nothing and is walked again. */
  Run walk(Journey journey) throws InterruptedException {
    Run run = runs.run(journey);
    for (int tries = 1; run.outcome() == Outcome.BROKEN && tries < TRIES; tries++) {
      broken.incrementAndGet();
      run = runs.run(journey);
    }
    return run;
  }

  /** How many runs counted for nothing. */
  int broken() {
    return broken.get();
  }

  @Override
  public void close() throws IOException {
    runs.close();
    front.close();
    demo.close();
  }

  private ProbeSetup setup(DemoAccount account, Map<String, String> settings, JourneyKind journey) {
    Map<String, Object> all = new HashMap<>(properties);
    settings.forEach((key, value) -> all.put("goldenpath.targets.demo." + key, value));
    all.put("demo-port", demo.port());
    all.put("demo-email", account.email());
    all.put("demo-password", account.password());
    ConfigurableEnvironment environment = new AbstractEnvironment() {};
    environment.getPropertySources().addFirst(new MapPropertySource("case", all));
    try {
      for (String target : targets) {
        new YamlPropertySourceLoader()
            .load(target, new ClassPathResource(target))
            .forEach(environment.getPropertySources()::addLast);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return SettingsLoader.load(environment).setups().stream()
        .filter(setup -> setup.probe().journey() == journey)
        .findFirst()
        .orElseThrow();
  }
}
