package io.goldenpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.goldenpath.demo.platform.DemoPlatform;
import io.goldenpath.demo.platform.FaultCatalogue;
import io.goldenpath.demo.script.DemoAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;

/**
 * A platform that refuses every login for a quarter of an hour, and a monitor with the default
 * budgets. In real time; {@code LoginOutageIT} is the same by a moved clock.
 */
@EnabledIfSystemProperty(named = "thorough", matches = "true")
class LoginDeniedIT {

  private static final Duration TWO_RUNS = Duration.ofMinutes(2);
  private static final Duration OUTAGE = Duration.ofMinutes(15);
  private static final String TARGET = "--goldenpath.targets.outage.";

  private final List<String> seen = new ArrayList<>();
  private DemoPlatform demo;
  private LiveMonitor monitor;

  @BeforeEach
  void start() {
    demo = DemoPlatform.start(0);
    DemoAccount account = demo.accounts().number(1);
    String platform = "127.0.0.1:" + demo.port() + "/demo";
    monitor =
        LiveMonitor.start(
            "--goldenpath.demo.enabled=false",
            TARGET + "login.type=password",
            TARGET + "login.url=http://" + platform + "/auth/login",
            TARGET + "socket.url=ws://" + platform + "/ws",
            TARGET + "users[0].email=" + account.email(),
            TARGET + "users[0].password=" + account.password());
  }

  @AfterEach
  void stop() {
    seen.forEach(System.out::println);
    monitor.close();
    demo.close();
  }

  @Test
  void isDownSoonStaysDownAndIsUpSoon() throws Exception {
    awaitVerdict("up", Duration.ofMinutes(1));
    // the worst moment: the next login is as far away as it can be
    demo.faults().switchOn(FaultCatalogue.shipped().named("login_denied").orElseThrow());
    Instant denied = Instant.now();

    Duration untilDown = awaitVerdict("down", Duration.ofMinutes(5).plus(TWO_RUNS));
    Duration rest = OUTAGE.minus(Duration.between(denied, Instant.now()));
    await()
        .pollInterval(Duration.ofSeconds(1))
        .during(rest)
        .atMost(rest.plusMinutes(1))
        .untilAsserted(() -> assertThat(verdict()).isEqualTo("down"));
    demo.faults().switchOff();
    Duration untilUp = awaitVerdict("up", Duration.ofSeconds(330));

    seen.add("down after " + untilDown + ", up after " + untilUp);
  }

  private Duration awaitVerdict(String verdict, Duration most) {
    Instant from = Instant.now();
    await()
        .pollInterval(Duration.ofMillis(500))
        .atMost(most)
        .untilAsserted(() -> assertThat(verdict()).isEqualTo(verdict));
    return Duration.between(from, Instant.now());
  }

  private String verdict() throws Exception {
    return target().path("verdict").asString();
  }

  /** Notes what is new of it. */
  private JsonNode target() throws Exception {
    JsonNode target = monitor.json("/api/targets").path("targets").path(0);
    String line =
        "%s: %s; skipped: %s"
            .formatted(
                target.path("verdict").asString(),
                target.path("why").asString(),
                target.path("skipped").asString("-"));
    if (seen.isEmpty() || !seen.getLast().endsWith(line)) {
      seen.add(Instant.now() + " " + line);
    }
    return target;
  }
}
