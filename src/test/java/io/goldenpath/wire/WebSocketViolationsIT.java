package io.goldenpath.wire;

import static io.goldenpath.wire.FrameBytes.BINARY;
import static io.goldenpath.wire.FrameBytes.CLOSE;
import static io.goldenpath.wire.FrameBytes.CONTINUATION;
import static io.goldenpath.wire.FrameBytes.FIN;
import static io.goldenpath.wire.FrameBytes.PING;
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

import io.goldenpath.model.time.Stopwatch;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What RFC 6455 forbids a server to send: each ends the connection. */
class WebSocketViolationsIT {

  private static final String RESERVED = "violation: reserved bits set";
  private static final String NOT_UTF8 = "violation: a text message that is not UTF-8";
  private static final String TOO_LONG = "violation: a frame longer than the bound of 70000 bytes";
  private static final String TOO_MUCH =
      "violation: a message longer than the bound of 70000 bytes";

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

  static Stream<FrameCase> againstTheRules() {
    List<FrameCase> cases = new ArrayList<>();
    for (int bit : new int[] {RSV1, RSV2, RSV3, RSV1 | RSV2 | RSV3}) {
      cases.add(FrameCase.of("text with " + bit, frame(FIN | bit | TEXT, utf8("a")), RESERVED));
      cases.add(FrameCase.of("ping with " + bit, frame(FIN | bit | PING), RESERVED));
      cases.add(FrameCase.of("close with " + bit, frame(FIN | bit | CLOSE), RESERVED));
      cases.add(
          FrameCase.of(
              "continuation with " + bit,
              join(frame(TEXT, utf8("a")), frame(FIN | bit | CONTINUATION, utf8("b"))),
              RESERVED));
    }
    for (int opcode : new int[] {3, 4, 5, 6, 7, 11, 12, 13, 14, 15}) {
      cases.add(FrameCase.of("opcode " + opcode, frame(FIN | opcode), "violation: "));
    }
    for (int code :
        new int[] {0, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65_535}) {
      cases.add(FrameCase.of("close " + code, close(code, ""), "violation: "));
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
          cases.add(FrameCase.of("text " + name, frame(FIN | TEXT, wrong), NOT_UTF8));
          cases.add(
              FrameCase.of(
                  "reason " + name, frame(FIN | CLOSE, join(bytes(3, 232), wrong)), "violation"));
        });
    cases.add(
        FrameCase.of(
            "wrong UTF-8 in a message that has not ended",
            frame(TEXT, bytes('a', 0xff)),
            NOT_UTF8));
    cases.add(
        FrameCase.of(
            "masked", bytes(FIN | TEXT, 0x81, 0, 0, 0, 0, 'a'), "violation: a masked frame"));
    cases.add(FrameCase.of("ping in fragments", frame(PING), "violation: "));
    cases.add(FrameCase.of("ping of 126", frame(FIN | PING, new byte[126]), "violation: "));
    cases.add(FrameCase.of("close of one byte", frame(FIN | CLOSE, bytes(3)), "violation: "));
    cases.add(FrameCase.of("continuation of nothing", frame(FIN | CONTINUATION), "violation: "));
    cases.add(FrameCase.of("text within a message", join(frame(TEXT), text("b")), "violation: "));
    cases.add(
        FrameCase.of(
            "5 bytes as 16 bits", bytes(FIN | TEXT, 126, 0, 5, 1, 2, 3, 4, 5), "violation: "));
    cases.add(
        FrameCase.of(
            "5 bytes as 64 bits",
            bytes(FIN | TEXT, 127, 0, 0, 0, 0, 0, 0, 0, 5, 1),
            "violation: "));
    cases.add(
        FrameCase.of(
            "negative length", bytes(FIN | TEXT, 127, 255, 0, 0, 0, 0, 0, 0, 5), "violation: "));
    cases.add(
        FrameCase.of(
            "frame over the bound", bytes(FIN | TEXT, 127, 0, 0, 0, 0, 0, 1, 17, 113), TOO_LONG));
    cases.add(
        FrameCase.of(
            "frame of all the memory there is",
            bytes(FIN | BINARY, 127, 127, 255, 255, 255, 255, 255, 255, 255),
            TOO_LONG));
    cases.add(
        FrameCase.of(
            "fragments over the bound",
            join(
                frame(TEXT, new byte[35_000]),
                frame(CONTINUATION, new byte[35_000]),
                frame(CONTINUATION, new byte[1])),
            TOO_MUCH));
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("againstTheRules")
  void endsAtTheFirstBrokenRule(FrameCase one) throws Exception {
    try (RawServer server =
        RawServer.upgrading(peer -> {
          peer.write(text("before"), one.sent(), text("after"));
          peer.untilGone();
        })) {
      List<String> received = ReceivedText.all(ReceivedText.open(wire, server.url("ws")));

      assertThat(received).hasSize(2);
      assertThat(received.getFirst()).isEqualTo("text before");
      assertThat(received.getLast()).startsWith(one.received().getFirst());
    }
  }
}
