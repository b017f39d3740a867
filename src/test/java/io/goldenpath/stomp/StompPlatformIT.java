package io.goldenpath.stomp;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.JourneyRunner;
import io.goldenpath.journey.login.YamlTargetRunner;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.settings.reader.ProbeSetup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spring's STOMP broker behind Spring Security, watched by what an operator writes. */
class StompPlatformIT {

  private static final String TARGET =
      """
      login:
        type: steps
        url: http://127.0.0.1:PORT
        steps:
          - { get: /login, capture: { csrf: 'regex:name="_csrf" type="hidden" value="([^"]+)"' } }
          - post: /login
            form: { username: "{email}", password: "{password}", _csrf: "{csrf}" }
            ok: status == 302 && !location.endsWith('error')
          - { get: /csrf, capture: { csrf: /token } }
      socket: { url: "ws://127.0.0.1:PORT/stomp", token-in: cookie }
      users:
        - { email: probe-a@example.com, password: "an0ther p&ssword=" }
        - { email: probe-b@example.com, password: "an0ther p&ssword=" }
      limits: { gap: { degraded: 2s, failed: 4s }, first-event: { degraded: 2s, failed: 4s } }
      listen: 50ms
      """;

  private static StompPlatform platform;
  private static JourneyRunner runner;

  @BeforeAll
  static void start() {
    platform = new StompPlatform();
    runner = new JourneyRunner();
  }

  @AfterAll
  static void stop() {
    runner.close();
    platform.close();
  }

  @Test
  void passesAGoldenPath() throws Exception {
    Run run = run("golden-path", StompFault.NONE);

    assertThat(run.findings()).isEmpty();
    assertThat(run.outcome()).isEqualTo(Outcome.PASSED);
  }

  @ParameterizedTest
  @CsvSource({"isolation", "recovery", "refusal"})
  void passesOtherJourneys(String journey) throws Exception {
    Run run = run(journey, StompFault.NONE);

    assertThat(run.findings()).extracting(Finding::kind, Finding::message).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "MISSING, MISSING_EVENT",
    "DOUBLED, DUPLICATE_EVENT",
    "MOVED, OUT_OF_ORDER",
    "SILENT, STALLED",
    "MUTE, DROPPED",
    "DROPPED, DROPPED",
    "FAILED, ERROR_EVENT",
    "GARBAGE, MALFORMED_EVENT",
    "FOREIGN, LEAK_IDENTITY",
    "DENIED, ERROR_EVENT",
  })
  void tellsWhatIsWrong(StompFault fault, FindingKind kind) throws Exception {
    Run run = run("golden-path", fault);

    run.findings()
        .forEach(
            f -> System.out.println(fault + ": " + f.kind() + " " + f.step() + " " + f.message()));
    assertThat(run.findings()).extracting(Finding::kind).contains(kind);
  }

  private static Run run(String journey, StompFault fault) throws Exception {
    platform.with(fault);
    String target = TARGET.replace("PORT", Integer.toString(platform.port()));
    ProbeSetup setup =
        YamlTargetRunner.setup(target + "journeys: { " + journey + ": { every: 1m } }\n");
    return runner.run(
        runner.journey(new ProbeSetup(setup.probe(), StompWords.usual(), setup.contract())));
  }
}
