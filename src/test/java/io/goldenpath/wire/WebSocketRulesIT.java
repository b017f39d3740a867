package io.goldenpath.wire;

import static io.goldenpath.wire.FrameBytes.BINARY;
import static io.goldenpath.wire.FrameBytes.CLOSE;
import static io.goldenpath.wire.FrameBytes.CONTINUATION;
import static io.goldenpath.wire.FrameBytes.FIN;
import static io.goldenpath.wire.FrameBytes.PING;
import static io.goldenpath.wire.FrameBytes.PONG;
import static io.goldenpath.wire.FrameBytes.TEXT;
import static io.goldenpath.wire.FrameBytes.bytes;
import static io.goldenpath.wire.FrameBytes.close;
import static io.goldenpath.wire.FrameBytes.frame;
import static io.goldenpath.wire.FrameBytes.join;
import static io.goldenpath.wire.FrameBytes.text;
import static io.goldenpath.wire.FrameBytes.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.Stopwatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What RFC 6455 allows a server to send, case by case. */
class WebSocketRulesIT {

  private static final byte[] BYE = close(1000, "");
  private static final String BYE_RECEIVED = "close 1000";

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

  static Stream<FrameCase> byTheRules() {
    String euro = "€ und ok";
    byte[] split = utf8(euro);
    List<FrameCase> cases = new ArrayList<>();
    for (int length : new int[] {0, 1, 125, 126, 127, 65_535, 65_536, 70_000}) {
      String letters = "x".repeat(length);
      cases.add(
          FrameCase.of(
              "text of " + length,
              join(text(letters), BYE),
              length > 100 ? "text " + length + " characters" : "text " + letters,
              BYE_RECEIVED));
      cases.add(
          FrameCase.of(
              "binary of " + length,
              join(frame(FIN | BINARY, new byte[length]), BYE),
              "binary " + length,
              BYE_RECEIVED));
    }
    cases.add(
        FrameCase.of(
            "fragments with pings and pongs between",
            join(
                frame(TEXT, utf8("a")),
                frame(FIN | PING, utf8("p")),
                frame(CONTINUATION, utf8("b")),
                frame(FIN | PONG),
                frame(CONTINUATION),
                frame(FIN | CONTINUATION, utf8("c")),
                BYE),
            "text abc",
            BYE_RECEIVED));
    IntStream.range(1, split.length)
        .forEach(at ->
            cases.add(
                FrameCase.of(
                    "UTF-8 split at " + at,
                    join(
                        frame(TEXT, Arrays.copyOf(split, at)),
                        frame(FIN | CONTINUATION, Arrays.copyOfRange(split, at, split.length)),
                        BYE),
                    "text " + euro,
                    BYE_RECEIVED)));
    cases.add(
        FrameCase.of(
            "binary fragments of which none is UTF-8",
            join(frame(BINARY, bytes(0xff)), frame(FIN | CONTINUATION, bytes(0xfe)), BYE),
            "binary 2",
            BYE_RECEIVED));
    for (int code :
        new int[] {
          1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 3999, 4000,
          4401, 4999
        }) {
      cases.add(FrameCase.of("close " + code, close(code, "why"), "close " + code + " why"));
    }
    cases.add(FrameCase.of("close without a code", frame(FIN | CLOSE), "close 1005"));
    cases.add(FrameCase.of("text after the close", join(BYE, text("late")), BYE_RECEIVED));
    cases.add(FrameCase.of("end of stream", new byte[0], "end"));
    cases.add(FrameCase.of("end in mid-frame", bytes(FIN | TEXT, 5, 'a'), "end"));
    cases.add(FrameCase.of("end in mid-message", frame(TEXT, utf8("a")), "end"));
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("byTheRules")
  void receivesWhatIsByTheRules(FrameCase one) throws Exception {
    try (RawServer server = RawServer.upgrading(peer -> peer.write(one.sent()))) {
      assertThat(ReceivedText.all(ReceivedText.open(wire, server.url("ws"))))
          .isEqualTo(one.received());
    }
  }

  @ParameterizedTest
  @MethodSource("byTheRules")
  void receivesTheSameByteByByte(FrameCase one) throws Exception {
    byte[] start = Arrays.copyOf(one.sent(), Math.min(300, one.sent().length));
    try (RawServer server =
        RawServer.upgrading(peer -> {
          for (byte next : start) {
            peer.write(new byte[] {next});
          }
          peer.write(Arrays.copyOfRange(one.sent(), start.length, one.sent().length));
        })) {
      assertThat(ReceivedText.all(ReceivedText.open(wire, server.url("ws"))))
          .isEqualTo(one.received());
    }
  }

  @ParameterizedTest
  @MethodSource("byTheRules")
  void receivesTheSameInOneGoWithTheUpgrade(FrameCase one) throws Exception {
    try (RawServer server =
        RawServer.start(
            peer -> peer.write(utf8(RawServer.switching(peer.readHead(), "")), one.sent()))) {
      assertThat(ReceivedText.all(ReceivedText.open(wire, server.url("ws"))))
          .isEqualTo(one.received());
    }
  }

  @Test
  void answersACloseBeforeAnybodyHearsOfIt() throws Exception {
    BlockingQueue<byte[]> answers = new LinkedBlockingQueue<>();
    try (RawServer server =
        RawServer.upgrading(peer -> {
          peer.write(BYE);
          answers.add(peer.untilGone());
        })) {
      for (int i = 0; i < 100; i++) {
        WebSocket socket = ReceivedText.open(wire, server.url("ws"));
        ReceivedText.all(socket);
        socket.close(Deadline.in(ReceivedText.LIMIT, Stopwatch.SYSTEM));

        assertThat(answers.poll(5, TimeUnit.SECONDS)).startsWith(FIN | CLOSE);
      }
    }
  }
}
