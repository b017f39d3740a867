package io.goldenpath.platforms.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.JourneyRunner;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.settings.load.SettingsLoader;
import io.goldenpath.settings.reader.ProbeSetup;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** A Socket.IO platform watched with nothing but YAML. */
@ParameterizedClass
@EnumSource(SocketIoServers.class)
class SocketIoPlatformIT {

  @Parameter SocketIoServers server;

  @AfterAll
  static void stop() throws Exception {
    SocketIoServers.stopAll();
  }

  @ParameterizedTest
  @EnumSource(JourneyKind.class)
  void walksEachJourney(JourneyKind journey) throws Exception {
    Run run = run(journey, "none");

    assertThat(run.findings()).extracting(Finding::kind, Finding::message).isEmpty();
    assertThat(run.outcome()).isEqualTo(Outcome.PASSED);
  }

  @ParameterizedTest
  @CsvSource({
    "missing, MISSING_EVENT",
    "unpaired, UNPAIRED_TOOL",
    "doubled, DUPLICATE_EVENT",
    "moved, OUT_OF_ORDER",
    "silent, STALLED",
    "drop, DROPPED",
    "leave, DROPPED",
    "no-ping, DROPPED",
    "error, ERROR_ANSWER",
    "garbage, MALFORMED_EVENT",
    "foreign-user, LEAK_IDENTITY",
    "rejected, ERROR_EVENT",
    "refused, AUTH_REFUSED",
  })
  void saysWhatIsWrong(String fault, FindingKind kind) throws Exception {
    Run run = run(JourneyKind.GOLDEN_PATH, fault);

    assertThat(run.findings())
        .as(() -> run.findings().stream().map(Finding::message).toList().toString())
        .extracting(Finding::kind)
        .containsExactly(kind);
  }

  private Run run(JourneyKind journey, String fault) throws Exception {
    try (JourneyRunner runner = new JourneyRunner()) {
      return runner.run(runner.journey(setup(journey, fault)));
    }
  }

  private ProbeSetup setup(JourneyKind journey, String fault) throws Exception {
    Map<String, Object> variables =
        Map.of(
            "login", server.login(),
            "socket", server.socket(),
            "fault", fault,
            "password", LoginServer.PASSWORD);
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("variables", variables));
    new YamlPropertySourceLoader()
        .load("target", new ClassPathResource("target.yaml", SocketIoPlatformIT.class))
        .forEach(environment.getPropertySources()::addFirst);
    return SettingsLoader.load(environment).setups().stream()
        .filter(setup -> setup.probe().script().spec().journey() == journey)
        .findFirst()
        .orElseThrow();
  }
}
