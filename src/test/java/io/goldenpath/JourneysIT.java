package io.goldenpath;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.demo.DemoAccount;
import io.goldenpath.demo.DemoPlatform;
import io.goldenpath.probe.Journey;
import io.goldenpath.probe.JourneyKind;
import io.goldenpath.probe.Outcome;
import io.goldenpath.probe.RunTicket;
import io.goldenpath.probe.Stopwatch;
import io.goldenpath.probe.Trigger;
import io.goldenpath.settings.ProbeSetup;
import io.goldenpath.settings.SettingsLoader;
import io.goldenpath.wire.Stall;
import io.goldenpath.wire.Wire;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.env.AbstractEnvironment;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Whose sockets hold up whose: a crowd's only the crowd's, a single user's only the others'. */
class JourneysIT {

  private static final Duration STANDSTILL = Duration.ofMillis(600);

  @ParameterizedTest
  @EnumSource(names = {"GOLDEN_PATH", "ISOLATION"})
  void standStillWithTheirOwnKindAlone(JourneyKind kind) throws Exception {
    try (DemoPlatform demo = DemoPlatform.start(0);
        Wire wire = Wire.open("test", Stopwatch.SYSTEM)) {
      wire.rehearse();
      boolean crowd = kind == JourneyKind.ISOLATION;
      Wire own = crowd ? wire.forCrowds() : wire;
      Wire other = crowd ? wire : wire.forCrowds();
      Journey journey = journey(demo, wire, kind);
      walk(journey);

      Stall.of(other, STANDSTILL);
      Outcome beside = walk(journey);
      Stall.of(own, STANDSTILL);
      Outcome within = walk(journey);

      assertThat(beside).isNotEqualTo(Outcome.BROKEN);
      assertThat(within).isEqualTo(Outcome.BROKEN);
    }
  }

  private static Outcome walk(Journey journey) throws InterruptedException {
    InstantSource clock = InstantSource.system();
    RunTicket ticket =
        new RunTicket("run", journey.probe().id(), "local", Trigger.REQUEST, clock.instant());
    int users = journey.probe().plan().exercise().users();
    return journey.run(ticket, journey.probe().target().users().subList(0, users)).outcome();
  }

  private static Journey journey(DemoPlatform demo, Wire wire, JourneyKind kind) {
    String target = "goldenpath.targets.demo.";
    String host = "://127.0.0.1:" + demo.port() + "/demo";
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put(target + "login.type", "password");
    settings.put(target + "login.url", "http" + host + "/auth/login");
    settings.put(target + "socket.url", "ws" + host + "/ws");
    settings.put(target + "journeys." + kind.label() + ".every", "never");
    List<DemoAccount> accounts = demo.accounts().all().subList(0, 2);
    for (DemoAccount account : accounts) {
      String user = target + "users[" + accounts.indexOf(account) + "].";
      settings.put(user + "email", account.email());
      settings.put(user + "password", account.password().reveal());
    }
    ConfigurableEnvironment environment = new AbstractEnvironment() {};
    environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
    List<ProbeSetup> setups = SettingsLoader.load(environment).setups();
    ProbeSetup setup =
        setups.stream().filter(one -> one.probe().id().journey() == kind).findFirst().orElseThrow();
    return new Journeys(wire, InstantSource.system(), Stopwatch.SYSTEM).of(setup);
  }
}
