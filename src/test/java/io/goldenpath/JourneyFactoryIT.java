package io.goldenpath;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.demo.platform.DemoPlatform;
import io.goldenpath.demo.script.DemoAccount;
import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.run.Journey;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.settings.load.SettingsLoader;
import io.goldenpath.settings.reader.ProbeSetup;
import io.goldenpath.wire.EventLoopStall;
import io.goldenpath.wire.WireClient;
import io.goldenpath.wire.warmup.ClientWarmUp;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.AbstractEnvironment;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Whose sockets hold up whose: a crowd's only the crowd's, a single user's only the others'. */
class JourneyFactoryIT {

  private static final Duration STANDSTILL = Duration.ofMillis(600);
  private static final Duration HALF = STANDSTILL.dividedBy(2);

  /** On a busy machine all loops may stand still at times, but not each time. */
  private static final int TRIES = 4;

  @ParameterizedTest
  @CsvSource({"GOLDEN_PATH, 1, 2", "ISOLATION, 2, 1"})
  void standStillWithTheirOwnKindAlone(JourneyKind kind, int users, int others) throws Exception {
    try (DemoPlatform demo = DemoPlatform.start(0);
        JourneyRunner runs = new JourneyRunner()) {
      Journey journey = runs.journey(setup(demo, kind, users));
      ClientWarmUp.run(runs.wire(), Stopwatch.SYSTEM);
      runs.run(journey);

      Duration beside;
      int tries = 0;
      do {
        beside = stalled(runs, runs.wire().forUsers(others), journey);
        tries++;
      } while (beside.compareTo(HALF) > 0 && tries < TRIES);
      Duration within = stalled(runs, runs.wire().forUsers(users), journey);

      assertThat(beside).isLessThan(HALF);
      assertThat(within).isGreaterThan(HALF);
    }
  }

  private static Duration stalled(JourneyRunner runs, WireClient loops, Journey journey)
      throws InterruptedException {
    EventLoopStall.of(loops, STANDSTILL);
    return runs.run(journey).stalled();
  }

  private static ProbeSetup setup(DemoPlatform demo, JourneyKind kind, int users) {
    String target = "goldenpath.targets.demo.";
    String host = "://127.0.0.1:" + demo.port() + "/demo";
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put(target + "login.type", "password");
    settings.put(target + "login.url", "http" + host + "/auth/login");
    settings.put(target + "socket.url", "ws" + host + "/ws");
    settings.put(target + "manners.connects", "100");
    settings.put(target + "journeys." + kind.label() + ".every", "never");
    for (int i = 0; i < users; i++) {
      DemoAccount account = demo.accounts().number(i + 1);
      settings.put(target + "users[" + i + "].email", account.email());
      settings.put(target + "users[" + i + "].password", account.password());
    }
    ConfigurableEnvironment environment = new AbstractEnvironment() {};
    environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
    return SettingsLoader.load(environment).setups().stream()
        .filter(setup -> setup.probe().id().journey() == kind)
        .findFirst()
        .orElseThrow();
  }
}
