package io.goldenpath.platforms.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.JourneyRunner;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.settings.reader.ProbeSetup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A Socket.IO platform watched with nothing but YAML. */
@ParameterizedClass
@EnumSource(SocketIoServers.class)
class SocketIoPlatformIT {

  private final SocketIoServers server;

  SocketIoPlatformIT(SocketIoServers server) {
    this.server = server;
  }

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
      ProbeSetup setup = SocketIoTarget.at(server.login(), server.socket(), fault).setup(journey);
      return runner.run(runner.journey(setup));
    }
  }
}
