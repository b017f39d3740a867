package io.goldenpath.platforms.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.probe.JourneyKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults beneath GraphQL, where a script has the socket itself in its hands. */
class GraphQlSocketFaultsIT {

  private static final GraphQlTarget TARGET = new GraphQlTarget(GraphQlServers.NODE);

  @AfterAll
  static void stop() throws Exception {
    GraphQlServers.stopAll();
  }

  @ParameterizedTest
  @CsvSource({
    "dropped,DROPPED",
    "garbage,MALFORMED_EVENT",
    "unknown_id,PROTOCOL_ERROR",
    "acknowledged_twice,PROTOCOL_ERROR"
  })
  void saysWhatThePlatformDoesWrong(String fault, FindingKind kind) throws Exception {
    assertThat(TARGET.kinds(fault)).containsExactly(kind);
  }

  @Test
  void saysThatTheHandshakeTookTooLong() throws Exception {
    assertThat(TARGET.run(JourneyKind.GOLDEN_PATH, "init_timeout").findings())
        .singleElement()
        .returns(FindingKind.DROPPED, Finding::kind)
        .extracting(Finding::message)
        .asString()
        .endsWith(": the server did not get connection_init in time");
  }
}
