package io.goldenpath.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.time.Stopwatch;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers to the upgrade, and what we make of them. */
class WebSocketHandshakeIT {

  private static final String UPGRADE = "Upgrade: websocket\r\nConnection: Upgrade\r\n";
  private static final String DEFLATE = "Sec-WebSocket-Extensions: permessage-deflate";

  @SuppressWarnings("NullAway.Init")
  private static WireClient wire;

  @BeforeAll
  static void open() {
    wire = WireClient.open("test", TlsEngineFactory.JVM, Stopwatch.SYSTEM);
  }

  @AfterAll
  static void shut() {
    wire.close();
  }

  /** An answer in which {@code KEY} stands for the right key. */
  record Case(String answer, FindingKind kind, String words) {

    @Override
    public String toString() {
      return words;
    }
  }

  static Stream<Case> wrong() {
    String good =
        "HTTP/1.1 101 Switching Protocols\r\n" + UPGRADE + "Sec-WebSocket-Accept: KEY\r\n";
    return Stream.of(
        broken("HTTP/1.1 101 X\r\n" + UPGRADE + "\r\n", "no Sec-WebSocket-Accept"),
        broken(
            "HTTP/1.1 101 X\r\n" + UPGRADE + "Sec-WebSocket-Accept: AAAA\r\n\r\n",
            "a wrong Sec-WebSocket-Accept"),
        broken(good + "Sec-WebSocket-Accept: KEY\r\n\r\n", "a wrong Sec-WebSocket-Accept"),
        broken(
            "HTTP/1.1 101 X\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: KEY\r\n\r\n",
            "without 'Upgrade: websocket'"),
        broken(
            "HTTP/1.1 101 X\r\nUpgrade: h2c\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: KEY\r\n\r\n",
            "without 'Upgrade: websocket'"),
        broken(
            good.replace("Upgrade: websocket", "Upgrade: h2c, websocket") + "\r\n",
            "with 'h2c, websocket' instead"),
        broken(good + "Upgrade: websocket\r\n\r\n", "with 'websocket, websocket' instead"),
        broken(
            good.replace("Connection: Up", "Connection: Down") + "\r\n", "'Connection: Upgrade'"),
        broken(good + "Location: /a\r\nLocation: /b\r\n\r\n", "several Location headers"),
        broken("HTTP/1.1 103 Early Hints\r\n\r\n" + good + "\r\n", "with HTTP 103"),
        broken(
            good + "Sec-WebSocket-Extensions: x-webkit-deflate-frame\r\n\r\n",
            "selected extension"),
        broken(good + DEFLATE + ", permessage-deflate\r\n\r\n", "selected extension"),
        broken(good + DEFLATE + "; client_max_window_bits=16\r\n\r\n", "an unknown parameter"),
        broken(good + DEFLATE + "; client_max_window_bits\r\n\r\n", "an unknown parameter"),
        broken(good + DEFLATE + "; server_max_window_bits=7\r\n\r\n", "an unknown parameter"),
        broken(good + DEFLATE + "; server_no_context_takeover=1\r\n\r\n", "an unknown parameter"),
        broken(good + DEFLATE + "; server_no_context_takeover=\r\n\r\n", "an unknown parameter"),
        broken(
            good + DEFLATE + "; server_max_window_bits=9; server_max_window_bits=9\r\n\r\n",
            "an unknown parameter"),
        broken(good + DEFLATE + ";\r\n\r\n", "an unknown parameter"),
        broken(good + DEFLATE + ",\r\n\r\n", "selected extension"),
        broken(good + DEFLATE + "; shiny=1\r\n\r\n", "an unknown parameter"),
        new Case(
            good + "Sec-WebSocket-Protocol: soap\r\n\r\n",
            FindingKind.SUBPROTOCOL_MISMATCH,
            "chose the subprotocol 'soap'"),
        new Case(
            good + "Sec-WebSocket-Protocol: chat\r\nSec-WebSocket-Protocol: chat\r\n\r\n",
            FindingKind.SUBPROTOCOL_MISMATCH,
            "chose the subprotocol 'chat, chat'"),
        broken("SSH-2.0-OpenSSH_9.2\r\n\r\n", "broken HTTP"),
        broken("HTTP/1.1 101 X\r\nBroken\r\nA: " + "x".repeat(300_000), "broken HTTP"),
        broken("HTTP/1.1 101 Swi", "in the middle of its reply"),
        broken(good, "in the middle of its reply"),
        new Case("", FindingKind.CONNECT_FAILED, "without a reply"));
  }

  private static Case broken(String answer, String words) {
    return new Case(answer, FindingKind.PROTOCOL_ERROR, words);
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void namesWhatIsWrongWithAnAnswer(Case one) throws Exception {
    try (RawServer server =
        RawServer.start(peer -> {
          String request = peer.readHead();
          peer.write(one.answer().replace("KEY", RawServer.acceptKey(request)));
        })) {
      assertThat(ReceivedText.connect(wire, server.url("ws"), "chat"))
          .isInstanceOfSatisfying(
              ConnectResult.Failed.class,
              failed -> {
                assertThat(failed.failure().kind()).isEqualTo(one.kind());
                assertThat(failed.failure().message()).contains(one.words());
              });
    }
  }

  @Test
  void takesAnAnswerInAnOlderVersion() throws Exception {
    try (RawServer server =
        RawServer.start(peer -> {
          String request = peer.readHead();
          String answer = RawServer.switching(request, "Sec-WebSocket-Protocol: chat\r\n");
          peer.write(answer.replace("HTTP/1.1", "HTTP/1.0"));
          peer.write(FrameBytes.text("here"));
        })) {
      assertThat(ReceivedText.connect(wire, server.url("ws"), "chat"))
          .isInstanceOfSatisfying(
              ConnectResult.Connected.class,
              connected -> {
                assertThat(connected.attempt().phases().address()).isEqualTo("127.0.0.1 (IPv4)");
                assertThat(connected.attempt().phases().upgrade()).isPositive();
              });
    }
  }

  @Test
  void keepsStatusHeadersAndTheStartOfTheBodyOfARefusal() throws Exception {
    try (RawServer server =
        RawServer.start(peer -> {
          peer.readHead();
          peer.write("HTTP/1.1 503 Busy\r\nRetry-After: 7\r\nContent-Length: 99999\r\n\r\n");
          peer.write("x".repeat(99_999));
          peer.untilGone();
        })) {
      assertThat(ReceivedText.connect(wire, server.url("ws")))
          .isInstanceOfSatisfying(
              ConnectResult.Refused.class,
              refused -> {
                assertThat(refused.reply().status()).isEqualTo(503);
                assertThat(refused.reply().header("retry-after")).contains("7");
                assertThat(refused.reply().body()).isEqualTo("x".repeat(4096));
              });
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Transfer-Encoding: chunked\r\n\r\n5  \r\nno, b\r\n6;x\r\nut why\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\nb\r\nno, but why\r\nzz\r\n",
        "Content-Encoding: deflate\r\n\r\n\u0001\u000b\u0000\u00f4\u00ffno, but why"
      })
  void readsTheBodyOfARefusalAsABrowserWould(String rest) throws Exception {
    try (RawServer server =
        RawServer.start(peer -> {
          peer.readHead();
          peer.write("HTTP/1.1 403 Forbidden\r\n" + rest);
        })) {
      assertThat(ReceivedText.connect(wire, server.url("ws")))
          .isInstanceOfSatisfying(
              ConnectResult.Refused.class,
              refused -> assertThat(refused.reply().body()).isEqualTo("no, but why"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          '', did not answer the upgrade in time
          HTTP/1.1 101 Swi, did not answer the upgrade in time
          """)
  void waitsForAnAnswerNoLongerThanItsLimit(String start, String words) throws Exception {
    try (RawServer server =
        RawServer.start(peer -> {
          peer.readHead();
          peer.write(start);
          peer.untilGone();
        })) {
      long from = Stopwatch.SYSTEM.nanos();
      ConnectResult result = ReceivedText.connect(wire, server.url("ws"));
      Duration taken = Duration.ofNanos(Stopwatch.SYSTEM.nanos() - from);

      assertThat(result)
          .isInstanceOfSatisfying(
              ConnectResult.Failed.class,
              failed -> {
                assertThat(failed.failure().kind()).isEqualTo(FindingKind.TIMED_OUT);
                assertThat(failed.failure().message()).contains(words);
              });
      assertThat(taken).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(10));
    }
  }
}
