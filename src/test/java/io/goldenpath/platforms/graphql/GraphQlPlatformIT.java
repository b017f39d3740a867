package io.goldenpath.platforms.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.JourneyRunner;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.settings.load.SettingsLoader;
import io.goldenpath.settings.reader.ProbeSetup;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** A GraphQL platform watched with nothing but YAML. */
@ParameterizedClass
@EnumSource(GraphQlServers.class)
class GraphQlPlatformIT {

  @Parameter GraphQlServers server;

  @AfterAll
  static void stop() throws Exception {
    GraphQlServers.stopAll();
  }

  @ParameterizedTest
  @EnumSource(JourneyKind.class)
  void walksEachJourney(JourneyKind journey) throws Exception {
    Run run = run(journey, "none");

    assertThat(run.findings()).isEmpty();
    assertThat(run.outcome()).isEqualTo(Outcome.PASSED);
  }

  @ParameterizedTest
  @CsvSource({
    "missing,MISSING_EVENT",
    "doubled,DUPLICATE_EVENT",
    "moved,OUT_OF_ORDER",
    "silent,STALLED",
    "error,ERROR_EVENT",
    "error_in_next,ERROR_EVENT",
    "foreign_user,LEAK_IDENTITY",
    "refused,AUTH_REFUSED"
  })
  void saysWhatIsWrong(String fault, FindingKind kind) throws Exception {
    assertThat(kinds(run(JourneyKind.GOLDEN_PATH, fault))).containsExactly(kind);
  }

  @ParameterizedTest
  @CsvSource({"dropped,DROPPED", "garbage,MALFORMED_EVENT", "init_timeout,DROPPED"})
  void saysWhatIsWrongBeneathMessages(String fault, FindingKind kind) throws Exception {
    if (server == GraphQlServers.NODE) {
      assertThat(kinds(run(JourneyKind.GOLDEN_PATH, fault))).containsExactly(kind);
    }
  }

  private static List<FindingKind> kinds(Run run) {
    run.findings().forEach(f -> System.out.println("@@ " + f.kind() + " " + f.step() + " " + f.message()));
    return run.findings().stream().map(Finding::kind).toList();
  }

  private Run run(JourneyKind journey, String fault) throws Exception {
    try (JourneyRunner runner = new JourneyRunner()) {
      Run run = runner.run(runner.journey(setup(journey, fault)));
      kinds(run);
      return run;
    }
  }

  private ProbeSetup setup(JourneyKind journey, String fault) throws Exception {
    Map<String, Object> variables =
        Map.of(
            "address", server.address(), "fault", fault, "password", ChatController.PASSWORD);
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("variables", variables));
    new YamlPropertySourceLoader()
        .load("target", new ClassPathResource("target.yaml", GraphQlPlatformIT.class))
        .forEach(environment.getPropertySources()::addFirst);
    return SettingsLoader.load(environment).setups().stream()
        .filter(setup -> setup.probe().script().spec().journey() == journey)
        .findFirst()
        .orElseThrow();
  }
}
