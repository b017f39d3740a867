package io.goldenpath.wire.websocket;

import static io.goldenpath.wire.FrameBytes.BINARY;
import static io.goldenpath.wire.FrameBytes.CLOSE;
import static io.goldenpath.wire.FrameBytes.CONTINUATION;
import static io.goldenpath.wire.FrameBytes.FIN;
import static io.goldenpath.wire.FrameBytes.PING;
import static io.goldenpath.wire.FrameBytes.PONG;
import static io.goldenpath.wire.FrameBytes.RSV1;
import static io.goldenpath.wire.FrameBytes.RSV2;
import static io.goldenpath.wire.FrameBytes.RSV3;
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
import io.goldenpath.wire.RawServer;
import io.goldenpath.wire.ReceivedText;
import io.goldenpath.wire.WireClient;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
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

/** The rules of RFC 6455 for frames, case by case: what a server sends, and what we make of it. */
class WebSocketRulesIT {

  private static final byte[] BYE = close(1000, "");
  private static final String BYE_HEARD = "close 1000";
  private static final String RESERVED = "violation: a frame with reserved bits";
  private static final String NOT_UTF8 = "violation: a text message that is not UTF-8";
  private static final String TOO_LONG = "violation: a frame longer than the bound of 70000 bytes";
  private static final String TOO_MUCH =
      "violation: a message longer than the bound of 70000 bytes";

  @SuppressWarnings("NullAway.Init")
  private static WireClient wire;

  @BeforeAll
  static void open() {
    wire = WireClient.open("test", Stopwatch.SYSTEM);
  }

  @AfterAll
  static void shut() {
    wire.close();
  }

  /** What is sent, and what is heard of it; the last one need only begin like this. */
  @SuppressWarnings("ArrayRecordComponent")
  record Case(String name, byte[] sent, List<String> heard) {

    static Case of(String name, byte[] sent, String... heard) {
      return new Case(name, sent, List.of(heard));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> byTheRules() {
    String euro = "€ und ok";
    byte[] split = utf8(euro);
    List<Case> cases = new ArrayList<>();
    for (int length : new int[] {0, 1, 125, 126, 127, 65_535, 65_536, 70_000}) {
      String letters = "x".repeat(length);
      cases.add(
          Case.of(
              "text of " + length,
              join(text(letters), BYE),
              length > 100 ? "text " + length + " characters" : "text " + letters,
              BYE_HEARD));
      cases.add(
          Case.of(
              "binary of " + length,
              join(frame(FIN | BINARY, new byte[length]), BYE),
              "binary " + length,
              BYE_HEARD));
    }
    cases.add(
        Case.of(
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
            BYE_HEARD));
    IntStream.range(1, split.length)
        .forEach(at ->
            cases.add(
                Case.of(
                    "UTF-8 split at " + at,
                    join(
                        frame(TEXT, Arrays.copyOf(split, at)),
                        frame(FIN | CONTINUATION, Arrays.copyOfRange(split, at, split.length)),
                        BYE),
                    "text " + euro,
                    BYE_HEARD)));
    cases.add(
        Case.of(
            "binary fragments of which none is UTF-8",
            join(frame(BINARY, bytes(0xff)), frame(FIN | CONTINUATION, bytes(0xfe)), BYE),
            "binary 2",
            BYE_HEARD));
    for (int code :
        new int[] {
          1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 3999, 4000,
          4401, 4999
        }) {
      cases.add(Case.of("close " + code, close(code, "why"), "close " + code + " why"));
    }
    cases.add(Case.of("close without a code", frame(FIN | CLOSE), "close 1005"));
    cases.add(Case.of("text after the close", join(BYE, text("late")), BYE_HEARD));
    cases.add(Case.of("end of stream", new byte[0], "end"));
    cases.add(Case.of("end in mid-frame", bytes(FIN | TEXT, 5, 'a'), "end"));
    cases.add(Case.of("end in mid-message", frame(TEXT, utf8("a")), "end"));
    return cases.stream();
  }

  static Stream<Case> againstTheRules() {
    List<Case> cases = new ArrayList<>();
    for (int bit : new int[] {RSV1, RSV2, RSV3, RSV1 | RSV2 | RSV3}) {
      cases.add(Case.of("text with " + bit, frame(FIN | bit | TEXT, utf8("a")), RESERVED));
      cases.add(Case.of("ping with " + bit, frame(FIN | bit | PING), RESERVED));
      cases.add(Case.of("close with " + bit, frame(FIN | bit | CLOSE), RESERVED));
      cases.add(
          Case.of(
              "continuation with " + bit,
              join(frame(TEXT, utf8("a")), frame(FIN | bit | CONTINUATION, utf8("b"))),
              RESERVED));
    }
    for (int opcode : new int[] {3, 4, 5, 6, 7, 11, 12, 13, 14, 15}) {
      cases.add(Case.of("opcode " + opcode, frame(FIN | opcode), "violation: "));
    }
    for (int code :
        new int[] {0, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65_535}) {
      cases.add(Case.of("close " + code, close(code, ""), "violation: "));
    }
    Stream.of(
            bytes(0xff),
            bytes(0xc0, 0xaf),
            bytes(0xed, 0xa0, 0x80),
            bytes(0xf4, 0x90, 0x80, 0x80),
            bytes(0xe2, 0x82),
            bytes(0x80))
        .forEach(wrong -> {
          String name = HexFormat.of().formatHex(wrong);
          cases.add(Case.of("text " + name, frame(FIN | TEXT, wrong), NOT_UTF8));
          cases.add(
              Case.of(
                  "reason " + name, frame(FIN | CLOSE, join(bytes(3, 232), wrong)), "violation"));
        });
    cases.add(
        Case.of(
            "wrong UTF-8 in a message that has not ended",
            frame(TEXT, bytes('a', 0xff)),
            NOT_UTF8));
    cases.add(
        Case.of("masked", bytes(FIN | TEXT, 0x81, 0, 0, 0, 0, 'a'), "violation: a masked frame"));
    cases.add(Case.of("ping in fragments", frame(PING), "violation: "));
    cases.add(Case.of("ping of 126", frame(FIN | PING, new byte[126]), "violation: "));
    cases.add(Case.of("close of one byte", frame(FIN | CLOSE, bytes(3)), "violation: "));
    cases.add(Case.of("continuation of nothing", frame(FIN | CONTINUATION), "violation: "));
    cases.add(Case.of("text within a message", join(frame(TEXT), text("b")), "violation: "));
    cases.add(
        Case.of("5 bytes as 16 bits", bytes(FIN | TEXT, 126, 0, 5, 1, 2, 3, 4, 5), "violation: "));
    cases.add(
        Case.of(
            "5 bytes as 64 bits",
            bytes(FIN | TEXT, 127, 0, 0, 0, 0, 0, 0, 0, 5, 1),
            "violation: "));
    cases.add(
        Case.of(
            "negative length", bytes(FIN | TEXT, 127, 255, 0, 0, 0, 0, 0, 0, 5), "violation: "));
    cases.add(
        Case.of(
            "frame over the bound", bytes(FIN | TEXT, 127, 0, 0, 0, 0, 0, 1, 17, 113), TOO_LONG));
    cases.add(
        Case.of(
            "frame of all the memory there is",
            bytes(FIN | BINARY, 127, 127, 255, 255, 255, 255, 255, 255, 255),
            TOO_LONG));
    cases.add(
        Case.of(
            "fragments over the bound",
            join(
                frame(TEXT, new byte[35_000]),
                frame(CONTINUATION, new byte[35_000]),
                frame(CONTINUATION, new byte[1])),
            TOO_MUCH));
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("byTheRules")
  void hearsWhatIsByTheRules(Case one) throws Exception {
    try (RawServer server = RawServer.upgrading(peer -> peer.write(one.sent()))) {
      assertThat(ReceivedText.all(ReceivedText.open(wire, server.url("ws"))))
          .isEqualTo(one.heard());
    }
  }

  @ParameterizedTest
  @MethodSource("byTheRules")
  void hearsTheSameByteByByte(Case one) throws Exception {
    byte[] start = Arrays.copyOf(one.sent(), Math.min(300, one.sent().length));
    try (RawServer server =
        RawServer.upgrading(peer -> {
          for (byte next : start) {
            peer.write(new byte[] {next});
          }
          peer.write(Arrays.copyOfRange(one.sent(), start.length, one.sent().length));
        })) {
      assertThat(ReceivedText.all(ReceivedText.open(wire, server.url("ws"))))
          .isEqualTo(one.heard());
    }
  }

  @ParameterizedTest
  @MethodSource("byTheRules")
  void hearsTheSameInOneGoWithTheUpgrade(Case one) throws Exception {
    try (RawServer server =
        RawServer.start(
            peer -> peer.write(utf8(RawServer.switching(peer.readHead(), "")), one.sent()))) {
      assertThat(ReceivedText.all(ReceivedText.open(wire, server.url("ws"))))
          .isEqualTo(one.heard());
    }
  }

  @ParameterizedTest
  @MethodSource("againstTheRules")
  void endsAtTheFirstBrokenRule(Case one) throws Exception {
    try (RawServer server =
        RawServer.upgrading(peer -> {
          peer.write(text("before"), one.sent(), text("after"));
          peer.untilGone();
        })) {
      List<String> heard = ReceivedText.all(ReceivedText.open(wire, server.url("ws")));

      assertThat(heard).hasSize(2);
      assertThat(heard.getFirst()).isEqualTo("text before");
      assertThat(heard.getLast()).startsWith(one.heard().getFirst());
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
