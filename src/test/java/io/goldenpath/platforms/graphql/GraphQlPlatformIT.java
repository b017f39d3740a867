package io.goldenpath.platforms.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A GraphQL platform watched with nothing but YAML. */
@ParameterizedClass
@EnumSource(GraphQlServers.class)
class GraphQlPlatformIT {

  private final GraphQlServers server;

  GraphQlPlatformIT(GraphQlServers server) {
    this.server = server;
  }

  @AfterAll
  static void stop() throws Exception {
    GraphQlServers.stopAll();
  }

  @ParameterizedTest
  @EnumSource(JourneyKind.class)
  void passesWhereThePlatformIsGood(JourneyKind journey) throws Exception {
    Run run = new GraphQlTarget(server).run(journey, "none");

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
  void saysWhatThePlatformDoesWrong(String fault, FindingKind kind) throws Exception {
    assertThat(new GraphQlTarget(server).kinds(fault)).containsExactly(kind);
  }
}
