package io.goldenpath.journey.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.journey.recovery.RecoveryRun;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.probe.JourneySpec;
import io.goldenpath.model.probe.JourneySpec.DisconnectMode;
import io.goldenpath.model.probe.JourneySpec.MalformedMessage;
import io.goldenpath.model.probe.JourneySpec.ReconnectStrategy;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Frame;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.target.RequestTemplate;
import io.goldenpath.model.target.RunHooks;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.model.time.TimeLimits;
import io.goldenpath.wire.TlsEngineFactory;
import io.goldenpath.wire.WireClient;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Dialects that connect for each question, and that wait until they are asked for it. */
class SocketPerQuestionIT {

  private AskedServer server;

  @BeforeEach
  void start() throws Exception {
    server = new AskedServer();
    server.on("POST /session", _ -> AskedServer.reply(200));
    server.on("POST /limits", _ -> AskedServer.reply(200));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void connectsAnewForEachQuestionOfARecovery() throws Exception {
    JourneySpec.Recovery spec =
        new JourneySpec.Recovery(
            DisconnectMode.CLIENT,
            "agent_thinking",
            ReconnectStrategy.RESEND,
            List.of(MalformedMessage.BROKEN_JSON, MalformedMessage.MISSING_FIELDS),
            0,
            3,
            true);

    Run run =
        walk(
            new AskedOtherwise(null, false, true),
            TimeLimits.DEFAULTS,
            session -> new RecoveryRun(spec, session).run());

    assertThat(run.findings()).isEmpty();
    assertThat(server.requestsTo("GET /ws")).hasSize(5);
    assertThat(server.requestsTo("POST /session")).hasSize(5);
    assertThat(server.requestsTo("POST /limits")).hasSize(1);
    assertThat(run.users().getFirst().transcript().frames())
        .extracting(Frame::text)
        .contains("no burst was sent: each question has a connection of its own");
  }

  @Test
  void makesTheVariablesOfARunBeforeItIsPrepared() throws Exception {
    walk(new AskedOtherwise(null, false, true), TimeLimits.DEFAULTS, SessionScript.GOLDEN_PATH);

    String session = server.requestsTo("POST /session").getFirst().split("\"", -1)[3];
    assertThat(session).hasSize(36);
    assertThat(server.requestsTo("GET /ws"))
        .singleElement(InstanceOfAssertFactories.STRING)
        .startsWith("GET /ws?session=" + session);
  }

  @Test
  void asksWhenItsTurnHasCome() throws Exception {
    Run run =
        walk(new AskedOtherwise(null, true, false), TimeLimits.DEFAULTS, SessionScript.GOLDEN_PATH);

    assertThat(run.findings()).isEmpty();
    assertThat(server.received).hasSize(2);
  }

  @Test
  void saysThatItsTurnNeverCame() throws Exception {
    server.givesNoTurns();

    Run run =
        walk(
            new AskedOtherwise(null, true, false),
            GoldenPathFixtures.SHORT,
            SessionScript.GOLDEN_PATH);

    assertThat(run.findings())
        .singleElement()
        .returns(FindingKind.TIMED_OUT, Finding::kind)
        .returns(Step.SEND, Finding::step)
        .extracting(Finding::message, InstanceOfAssertFactories.STRING)
        .startsWith("The server did not ask for the question")
        .endsWith("600 ms");
  }

  private Run walk(AskedOtherwise dialect, TimeLimits limits, SessionScript script)
      throws InterruptedException {
    RequestTemplate session =
        GoldenPathFixtures.request("POST", server.http() + "/session", "{\"id\":\"{session}\"}");
    RequestTemplate once = GoldenPathFixtures.request("POST", server.http() + "/limits", "");
    Probe probe =
        GoldenPathFixtures.guest(
            server.ws() + "?session={session}",
            limits,
            new RunHooks(List.of(session, once), Set.of(session), List.of()));
    try (WireClient wire = WireClient.open("test", TlsEngineFactory.JVM, Stopwatch.SYSTEM)) {
      return GoldenPathFixtures.walk(GoldenPathFixtures.path(probe, dialect, wire, script));
    }
  }
}
