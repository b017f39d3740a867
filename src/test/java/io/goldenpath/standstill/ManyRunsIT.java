package io.goldenpath.standstill;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.JourneyRunner;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.run.Journey;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.settings.load.SettingsLoader;
import io.goldenpath.settings.reader.ProbeSetup;
import io.goldenpath.wire.TestSize;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.AbstractEnvironment;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Good runs of a platform in another process, fifty at once, as they come on a busy machine. */
class ManyRunsIT {

  private static final int AT_ONCE = 50;
  private static final int RUNS = TestSize.of(200, 2000);
  private static final int MOST_BROKEN = 2;

  @Test
  void raisesNoAlarmAndHardlyBreaksAny() throws Exception {
    List<Run> runs = new ArrayList<>();
    long from = System.nanoTime();
    try (DemoProcess demo = DemoProcess.start(AT_ONCE);
        JourneyRunner monitor = new JourneyRunner();
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<List<Run>>> users = new ArrayList<>();
      for (int user = 1; user <= AT_ONCE; user++) {
        Journey journey = monitor.journey(setup(demo, user));
        users.add(threads.submit(() -> walk(monitor, journey)));
      }
      for (Future<List<Run>> user : users) {
        runs.addAll(user.get());
      }
    }
    List<String> alarms = runs.stream().flatMap(run -> alarms(run).stream()).toList();
    long broken = runs.stream().filter(run -> run.outcome() == Outcome.BROKEN).count();
    System.out.printf(
        "%d good runs at %d at once in %d s: %d broken, %d with a stall inside, alarms %s%n",
        runs.size(),
        AT_ONCE,
        Duration.ofNanos(System.nanoTime() - from).toSeconds(),
        broken,
        runs.stream().filter(run -> !run.stalled().isZero()).count(),
        alarms);

    assertThat(alarms).isEmpty();
    assertThat(broken).isLessThanOrEqualTo(MOST_BROKEN);
  }

  private static List<Run> walk(JourneyRunner monitor, Journey journey)
      throws InterruptedException {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < RUNS / AT_ONCE; i++) {
      runs.add(monitor.run(journey));
    }
    return runs;
  }

  private static List<String> alarms(Run run) {
    return run.outcome() == Outcome.BROKEN
        ? List.of()
        : run.findings().stream()
            .filter(finding -> finding.severity() != Severity.INFO)
            .map(Finding::message)
            .toList();
  }

  /** With the limits that a target has unless it sets others. */
  private static ProbeSetup setup(DemoProcess demo, int user) {
    String target = "goldenpath.targets.demo-" + user + ".";
    String host = "://127.0.0.1:" + demo.port() + "/demo";
    Map<String, Object> settings = new HashMap<>();
    settings.put(target + "login.type", "password");
    settings.put(target + "login.url", "http" + host + "/auth/login");
    settings.put(target + "socket.url", "ws" + host + "/ws");
    settings.put(target + "manners.connects", "1000");
    settings.put(target + "manners.logins", "1000");
    settings.put(target + "users[0].email", demo.email(user));
    settings.put(target + "users[0].password", demo.password(user));
    ConfigurableEnvironment environment = new AbstractEnvironment() {};
    environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
    return SettingsLoader.load(environment).setups().getFirst();
  }
}
