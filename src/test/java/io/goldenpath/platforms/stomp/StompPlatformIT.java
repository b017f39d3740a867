package io.goldenpath.platforms.stomp;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.JourneyRunner;
import io.goldenpath.journey.login.YamlTargetRunner;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.settings.reader.ProbeSetup;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Spring's STOMP broker behind Spring Security, watched by what an operator writes. */
class StompPlatformIT {

  private static final String SETTINGS =
      """
      goldenpath:
        targets:
          chat:
            login:
              type: steps
              url: http://127.0.0.1:PORT
              steps:
                - { get: /login, capture: { form: 'regex:name="_csrf" type="hidden" value="([^"]+)"' } }
                - post: /login
                  form: { username: "{email}", password: "{password}", _csrf: "{form}" }
                  ok: "!location.endsWith('error')"
                - { get: /csrf, capture: { csrf: /token } }
            socket: { url: "ws://127.0.0.1:PORT/stomp", token-in: cookie }
            users:
              - { email: probe-a@example.com, password: "an0ther p&ssword=" }
              - { email: probe-b@example.com, password: "an0ther p&ssword=" }
            dialect: DIALECT
            contract: spring
            limits:
              login: { degraded: 10s, failed: 20s }
              first-event: { degraded: 2s, failed: 4s }
              gap: { degraded: 2s, failed: 4s }
            listen: 50ms
            journeys: { JOURNEY: { every: 1m } }
        dialects:
          spring:
            extends: stomp-chat
            framing: { heart-beat: 500ms }
            fields: { user: /user }
          nosy:
            extends: spring
            framing: { subscribe: { secret: /topic/secret } }
            ready: "name == '/topic/secret'"
          forgetful:
            extends: spring
            framing:
              connect: { X-CSRF-TOKEN: "none" }
              refused: "frame.message.startsWith('Failed to send message')"
        contracts:
          spring:
            extends: plain
            events:
              - { name: run.started, max: 1 }
              - { name: tool.started, max: 1 }
              - { name: tool.finished }
              - { name: text.delta, repeats: true }
              - { name: run.finished, max: 1 }
            flow:
              order: [ run.started < tool.started < tool.finished < text.delta < run.finished ]
              tools: { opens: tool.started, closes: tool.finished, keys: [ /body/callId ] }
            strict:
              sequence: { at: /body/index, step: 1, scope: run }
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

  @ParameterizedTest
  @ValueSource(strings = {"golden-path", "isolation", "recovery", "refusal"})
  void passesWhereAllIsWell(String journey) throws Exception {
    Run run = run(journey, StompFault.NONE);

    assertThat(run.findings()).isEmpty();
    assertThat(run.outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void saysWhatIsMissing() throws Exception {
    assertThat(kinds(run("golden-path", StompFault.MISSING)))
        .containsExactlyInAnyOrder(FindingKind.MISSING_EVENT, FindingKind.UNPAIRED_TOOL);
  }

  @ParameterizedTest
  @CsvSource({
    "SKIPPED, MISSING_EVENT",
    "DOUBLED, DUPLICATE_EVENT",
    "MOVED, OUT_OF_ORDER",
    "SILENT, STALLED",
    "MUTE, DROPPED",
    "DROPPED, DROPPED",
    "FAILED, ERROR_EVENT",
    "GARBAGE, MALFORMED_EVENT",
    "DENIED, PROTOCOL_ERROR",
  })
  void saysWhatIsWrong(StompFault fault, FindingKind kind) throws Exception {
    Run run = run("golden-path", fault);

    assertThat(kinds(run)).containsExactly(kind);
    assertThat(run.findings()).extracting(Finding::step).containsExactly(Step.EVENTS);
  }

  @Test
  void saysThatHeartBeatsStopped() throws Exception {
    assertThat(YamlTargetRunner.messages(run("golden-path", StompFault.MUTE)))
        .contains("given up by us: nothing came for 1 s, twice the heart-beat agreed on");
  }

  @Test
  void seesTheEventsOfSomebodyElse() throws Exception {
    assertThat(kinds(run("isolation", StompFault.FOREIGN))).containsOnly(FindingKind.LEAK_CONTENT);
  }

  @Test
  void isRefusedASubscription() throws Exception {
    assertThat(run("golden-path", StompFault.NONE, "nosy").findings())
        .singleElement()
        .returns(FindingKind.PROTOCOL_ERROR, Finding::kind)
        .returns(Step.WELCOME, Finding::step);
  }

  @Test
  void isRefusedWithoutTheToken() throws Exception {
    assertThat(run("golden-path", StompFault.NONE, "forgetful").findings())
        .singleElement()
        .returns(FindingKind.AUTH_REFUSED, Finding::kind)
        .returns(Step.WELCOME, Finding::step);
  }

  private static List<FindingKind> kinds(Run run) {
    return YamlTargetRunner.kinds(run);
  }

  private static Run run(String journey, StompFault fault) throws Exception {
    return run(journey, fault, "spring");
  }

  private static Run run(String journey, StompFault fault, String dialect) throws Exception {
    platform.with(fault);
    ProbeSetup setup =
        YamlTargetRunner.only(
            SETTINGS
                .replace("PORT", Integer.toString(platform.port()))
                .replace("JOURNEY", journey)
                .replace("DIALECT", dialect));
    return runner.run(runner.journey(setup));
  }
}
