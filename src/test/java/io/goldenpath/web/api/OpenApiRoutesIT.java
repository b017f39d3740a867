package io.goldenpath.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Labelled;
import io.goldenpath.model.finding.RegressionKind;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Trigger;
import io.goldenpath.model.run.Verdict;
import io.goldenpath.web.WebApplication;
import io.goldenpath.web.api.OpenApiDocument.Operation;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** The document of the API knows each route and each constant, and none besides. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiRoutesIT {

  private final WebApplication server = WebApplication.start();
  private final OpenApiDocument document = OpenApiIT.document(server);

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void hasEachRouteOfTheServerAndNoOther() {
    Set<String> served = new TreeSet<>(server.routes("/api/", "/probe"));
    served.add("GET /api/openapi.json");

    assertThat(document.operations().stream().map(Operation::toString)).hasSameElementsAs(served);
  }

  @Test
  void knowsAllConstants() {
    Map<String, Labelled[]> constants =
        Map.of(
            "FindingKind", FindingKind.values(),
            "Step", Step.values(),
            "Severity", Severity.values(),
            "RegressionKind", RegressionKind.values(),
            "Outcome", Outcome.values(),
            "Verdict", Verdict.values(),
            "Trigger", Trigger.values(),
            "Journey", JourneyKind.values());

    constants.forEach((schema, values) ->
        assertThat(document.root().at("/components/schemas/" + schema + "/enum").valueStream())
            .extracting(JsonNode::stringValue)
            .as(schema)
            .hasSameElementsAs(Stream.of(values).map(Labelled::label).toList()));
  }
}
