package io.goldenpath.platforms.graphql;

import io.goldenpath.JourneyRunner;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.run.Run;
import io.goldenpath.settings.load.SettingsLoader;
import io.goldenpath.settings.reader.ProbeSetup;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** The target that {@code target.yaml} describes, on one of the servers. */
record GraphQlTarget(GraphQlServers server) {

  /** Walks a journey of it while the server has this fault. */
  Run run(JourneyKind journey, String fault) throws IOException, InterruptedException {
    try (JourneyRunner runner = new JourneyRunner()) {
      return runner.run(runner.journey(setup(journey, fault)));
    }
  }

  /**
   * What the golden path finds. Asks again where a refusal came without a close frame: Spring for
   * GraphQL 2.0.4 at times interrupts the thread that sends it.
   */
  List<FindingKind> kinds(String fault) throws IOException, InterruptedException {
    List<FindingKind> kinds = found(fault);
    for (int tries = 1; tries < 10 && fault.equals("refused") && isDropped(kinds); tries++) {
      kinds = found(fault);
    }
    return kinds;
  }

  private static boolean isDropped(List<FindingKind> kinds) {
    return kinds.equals(List.of(FindingKind.DROPPED));
  }

  private List<FindingKind> found(String fault) throws IOException, InterruptedException {
    return run(JourneyKind.GOLDEN_PATH, fault).findings().stream().map(Finding::kind).toList();
  }

  private ProbeSetup setup(JourneyKind journey, String fault)
      throws IOException, InterruptedException {
    Map<String, Object> variables =
        Map.of(
            "address",
            server.address(),
            "fault",
            fault,
            "malformed",
            server.closeCodeForBrokenJson() == 4400
                ? "broken-json, missing-fields"
                : "missing-fields",
            "password",
            ChatController.PASSWORD);
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("variables", variables));
    new YamlPropertySourceLoader()
        .load("target", new ClassPathResource("target.yaml", GraphQlTarget.class))
        .forEach(environment.getPropertySources()::addFirst);
    return SettingsLoader.load(environment).setups().stream()
        .filter(setup -> setup.probe().script().spec().journey() == journey)
        .findFirst()
        .orElseThrow();
  }
}
