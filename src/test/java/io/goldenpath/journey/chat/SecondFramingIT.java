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
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.model.time.TimeLimits;
import io.goldenpath.wire.TlsEngineFactory;
import io.goldenpath.wire.WireClient;
import java.util.List;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

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
    try (WireClient wire = WireClient.open("test", TlsEngineFactory.JVM, Stopwatch.SYSTEM)) {
      Dialect words = BundledDialects.AGENT_EVENTS;
      return GoldenPathFixtures.walk(
          GoldenPathFixtures.path(
              GoldenPathFixtures.guest(server.url(), limits),
              new FramedDialect(words, new DigitFraming()),
              wire));
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
