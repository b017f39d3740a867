package io.goldenpath.journey.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.Question;
import io.goldenpath.dialect.BundledDialects;
import io.goldenpath.dialect.Conversation;
import io.goldenpath.dialect.ConversationValues;
import io.goldenpath.dialect.Dialect;
import io.goldenpath.dialect.EventNames;
import io.goldenpath.dialect.Reading;
import io.goldenpath.dialect.SendStep;
import io.goldenpath.framing.Framing;
import io.goldenpath.framing.Incoming;
import io.goldenpath.framing.Incoming.Message;
import io.goldenpath.framing.Outgoing;
import io.goldenpath.journey.refusal.RefusalScript;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.probe.JourneySpec;
import io.goldenpath.model.probe.JourneySpec.BadToken;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.model.time.TimeLimits;
import io.goldenpath.wire.TlsEngineFactory;
import io.goldenpath.wire.WireClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import mockwebserver3.RecordedRequest;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A framing of which main code knows nothing carries a golden path: the seam is wide enough. */
class SecondFramingIT {

  @Test
  void carriesAGoldenPath() throws Exception {
    try (DigitServer server = new DigitServer(DigitServer.WELCOME)) {
      Run run = walk(server, TimeLimits.DEFAULTS);

      assertThat(run.findings()).isEmpty();
      assertThat(run.outcome()).isEqualTo(Outcome.PASSED);
      assertThat(server.received)
          .satisfiesExactly(
              open -> assertThat(open).isEqualTo(DigitFraming.OPEN),
              thanks -> assertThat(thanks).isEqualTo(DigitFraming.THANKS),
              opening -> assertThat(opening).isEqualTo("11{\"type\":\"hello\"}"),
              question -> assertThat(question).startsWith("12{\"type\":\"user_message\""),
              pong -> assertThat(pong).isEqualTo(DigitFraming.PONG),
              close -> assertThat(close).isEqualTo(DigitFraming.CLOSE));
      assertThat(run.users().getFirst().events()).hasSize(5);
      RecordedRequest upgrade = server.upgrade();
      assertThat(upgrade.getUrl().queryParameter("digits")).isEqualTo("yes");
      assertThat(upgrade.getHeaders().get("Sec-WebSocket-Protocol"))
          .isEqualTo(DigitFraming.SUBPROTOCOL);
    }
  }

  @Test
  void refusesAUser() throws Exception {
    try (DigitServer server = new DigitServer(DigitFraming.REFUSED + "invalid access token")) {
      assertThat(walk(server, GoldenPathFixtures.SHORT).findings())
          .singleElement()
          .returns(FindingKind.AUTH_REFUSED, Finding::kind)
          .returns(Step.WELCOME, Finding::step);
    }
  }

  @Test
  void endsAtOnceWhereTheHandshakeIsRefused() throws Exception {
    try (DigitServer server = new DigitServer(DigitFraming.REFUSED + "not in this room")) {
      Run run = walk(server, TimeLimits.DEFAULTS);

      assertThat(run.findings())
          .singleElement()
          .returns(FindingKind.PROTOCOL_ERROR, Finding::kind)
          .returns(Step.WELCOME, Finding::step)
          .extracting(Finding::message, InstanceOfAssertFactories.STRING)
          .endsWith("before the question: not in this room");
      assertThat(run.duration()).isLessThan(Duration.ofSeconds(5));
    }
  }

  @Test
  void saysThatTheHandshakeDidNotEnd() throws Exception {
    try (DigitServer server = new DigitServer(DigitFraming.PING)) {
      assertThat(walk(server, GoldenPathFixtures.SHORT).findings())
          .singleElement()
          .returns(FindingKind.WELCOME_MISSING, Finding::kind)
          .returns(
              "The socket opened, but the Digits handshake did not end within 600 ms",
              Finding::message);
    }
  }

  @Test
  void saysThatOnlyTheWelcomeIsMissingAfterTheHandshake() throws Exception {
    try (DigitServer server = new DigitServer(DigitFraming.OPEN)) {
      assertThat(walk(server, GoldenPathFixtures.SHORT).findings())
          .singleElement()
          .returns(FindingKind.WELCOME_MISSING, Finding::kind)
          .extracting(Finding::message, InstanceOfAssertFactories.STRING)
          .startsWith("The socket opened, but no welcome came");
    }
  }

  @ParameterizedTest
  @CsvSource({"650, DROPPED, no beat came", "0{}, PROTOCOL_ERROR, it opened twice"})
  void countsAConnectionAsLostWhereItsProtocolIsNotKept(String frame, FindingKind kind, String why)
      throws Exception {
    try (DigitServer server = new DigitServer(DigitFraming.OPEN, frame)) {
      assertThat(walk(server, TimeLimits.DEFAULTS).findings())
          .singleElement()
          .returns(kind, Finding::kind)
          .extracting(Finding::message, InstanceOfAssertFactories.STRING)
          .contains(why);
    }
  }

  @Test
  void refusesEveryBadTokenInTheHandshake() throws Exception {
    try (DigitServer server = new DigitServer(DigitServer.WELCOME)) {
      JourneySpec.Refusal spec = new JourneySpec.Refusal(List.of(BadToken.GARBAGE), Map.of(), null);
      Run run =
          walk(
              GoldenPathFixtures.withToken(server.url(), DigitServer.TOKEN, TimeLimits.DEFAULTS),
              session -> new RefusalScript(session.context(), spec).run(session));

      assertThat(run.findings()).isEmpty();
      assertThat(server.received)
          .filteredOn(frame -> frame.startsWith(DigitFraming.OPEN))
          .hasSize(3)
          .filteredOn(frame -> !frame.endsWith(DigitServer.TOKEN))
          .hasSize(1);
    }
  }

  @Test
  void saysWhatItCannotReadAndGoesOn() throws Exception {
    try (DigitServer server = new DigitServer("hello", DigitServer.WELCOME)) {
      assertThat(walk(server, TimeLimits.DEFAULTS).findings())
          .singleElement()
          .returns(FindingKind.MALFORMED_EVENT, Finding::kind)
          .returns("A frame cannot be read: it begins with no digit", Finding::message);
    }
  }

  @Test
  void announcesTheEndOfAConnection() throws Exception {
    try (DigitServer server =
        new DigitServer(DigitServer.WELCOME, DigitFraming.CLOSE + "server restarts")) {
      assertThat(walk(server, TimeLimits.DEFAULTS).findings()).isEmpty();
    }
  }

  private static Run walk(DigitServer server, TimeLimits limits) throws InterruptedException {
    return walk(GoldenPathFixtures.guest(server.url(), limits), SessionScript.GOLDEN_PATH);
  }

  private static Run walk(Probe probe, SessionScript script) throws InterruptedException {
    try (WireClient wire = WireClient.open("test", TlsEngineFactory.JVM, Stopwatch.SYSTEM)) {
      Dialect words = BundledDialects.AGENT_EVENTS;
      return GoldenPathFixtures.walk(
          GoldenPathFixtures.path(
              probe, new FramedDialect(words, new DigitFraming()), wire, script));
    }
  }

  /** The words of one dialect in another framing than its own, after a greeting. */
  private record FramedDialect(Dialect words, Framing framing) implements Dialect {

    @Override
    public EventNames eventNames() {
      return words.eventNames();
    }

    @Override
    public Conversation conversation(ConversationValues values, boolean resumed) {
      Conversation spoken = words.conversation(values, resumed);
      return new Conversation() {

        @Override
        public List<SendStep> opening() {
          return List.of(SendStep.of(new Outgoing("{\"type\":\"hello\"}")));
        }

        @Override
        public List<SendStep> submit(Question question, @Nullable String thread) {
          return spoken.submit(question, thread);
        }

        @Override
        public Reading received(Message message, int number, long nanos) {
          return spoken.received(message, number, nanos);
        }
      };
    }

    @Override
    public DecodedFrame decode(Incoming part) {
      return words.decode(part);
    }
  }
}
