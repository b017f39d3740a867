package io.goldenpath.cases;

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

import java.util.Arrays;
import java.util.Collections;
import java.util.function.Function;
import java.util.stream.Stream;

/** Frames by the rules, at their edges, and against them. */
final class FrameRuleCases {

  private static final int THINKING = 2;
  private static final int LAST = 5;

  private FrameRuleCases() {}

  static Stream<PlatformCase> cases() {
    return Stream.of(headers(), fragments(), controls(), texts(), ends()).flatMap(group -> group);
  }

  private static Stream<PlatformCase> headers() {
    return Stream.of(
        thinking("frame-masked", FrameRuleCases::masked),
        thinking("frame-rsv1", said -> frame(FIN | RSV1 | TEXT, utf8(said))),
        thinking("frame-rsv2", said -> frame(FIN | RSV2 | TEXT, utf8(said))),
        thinking("frame-rsv3", said -> frame(FIN | RSV3 | TEXT, utf8(said))),
        thinking("frame-opcode-3", said -> join(frame(FIN | 3), text(said))),
        thinking("frame-opcode-11", said -> join(frame(FIN | 11), text(said))),
        thinking("frame-binary", said -> frame(FIN | BINARY, utf8(said))),
        thinking("frame-length-16", said -> long16(said)),
        thinking("frame-length-64", said -> long64(said)),
        thinking(
            "frame-length-negative",
            said -> join(bytes(FIN | TEXT, 127, 255, 0, 0, 0, 0, 0, 0, 5), utf8(said))),
        // more than 125 bytes in the 64-bit form
        of(
            "frame-of-70k",
            (number, said) ->
                text(number == THINKING ? said.replace("Two", "Two" + " ".repeat(70_000)) : said)));
  }

  private static Stream<PlatformCase> fragments() {
    return Stream.of(
        of("fragments-of-one", (_, said) -> pieces(said, 1, new byte[0])),
        of("fragments-with-pings", (_, said) -> pieces(said, 16, frame(FIN | PING, utf8("p")))),
        of("fragments-with-empty", (_, said) -> pieces(said, 40, frame(CONTINUATION))),
        thinking(
            "fragments-utf-8-split", said -> pieces(said.replace("Two", "Zwö €"), 1, new byte[0])),
        thinking("fragments-none-first", said -> frame(FIN | CONTINUATION, utf8(said))),
        thinking("fragments-text-within", said -> join(frame(TEXT, utf8("{")), text(said))),
        thinking(
            "fragments-rsv1",
            said -> join(frame(TEXT, utf8(said)), frame(FIN | RSV1 | CONTINUATION))),
        thinking(
            "fragments-as-text",
            said ->
                join(
                    frame(TEXT, utf8(said.substring(0, 9))),
                    frame(FIN | TEXT, utf8(said.substring(9))))),
        thinking("fragments-without-end", said -> frame(TEXT, utf8(said))));
  }

  private static Stream<PlatformCase> controls() {
    return Stream.of(
        thinking("ping-125", said -> join(frame(FIN | PING, new byte[125]), text(said))),
        thinking("ping-126", said -> join(frame(FIN | PING, new byte[126]), text(said))),
        thinking("ping-rsv1", said -> join(frame(FIN | RSV1 | PING), text(said))),
        thinking(
            "ping-in-fragments", said -> join(frame(PING), frame(FIN | CONTINUATION), text(said))),
        thinking("ping-masked", said -> join(bytes(FIN | PING, 0x80, 0, 0, 0, 0), text(said))),
        thinking("pong-unasked", said -> join(frame(FIN | PONG, utf8("p")), text(said))),
        thinking("pong-126", said -> join(frame(FIN | PONG, new byte[126]), text(said))),
        of(
            "ping-flood",
            (_, said) ->
                join(
                    join(
                        Collections.nCopies(2000, frame(FIN | PING, utf8("p")))
                            .toArray(byte[][]::new)),
                    text(said))));
  }

  private static Stream<PlatformCase> texts() {
    return Stream.of(
        saying("utf-8-good", utf8("Zwö € 😀 \uFFFD")),
        saying("utf-8-ff", bytes(0xff)),
        saying("utf-8-overlong", bytes(0xc0, 0xaf)),
        saying("utf-8-surrogate", bytes(0xed, 0xa0, 0x80)),
        saying("utf-8-beyond", bytes(0xf4, 0x90, 0x80, 0x80)),
        saying("utf-8-latin-1", bytes(0xfc, ' ')),
        saying("utf-8-nul", utf8("\\u0000")),
        saying("utf-8-non-character", utf8("\uFFFE\uFFFF")),
        thinking("utf-8-cut", said -> frame(FIN | TEXT, join(utf8(said), bytes(0xe2, 0x82)))),
        thinking("text-bom", said -> text("\uFEFF" + said)),
        thinking("text-blanks", said -> text("\r\n\t " + said + " \n")),
        thinking("text-not-json", said -> text(said.substring(1))));
  }

  private static Stream<PlatformCase> ends() {
    return Stream.of(
        last("close-1000", close(1000, "bye")),
        last("close-no-code", frame(FIN | CLOSE)),
        last("close-one-byte", frame(FIN | CLOSE, bytes(3))),
        last("close-999", close(999, "")),
        last("close-1004", close(1004, "")),
        last("close-1005", close(1005, "")),
        last("close-1016", close(1016, "")),
        last("close-5000", close(5000, "")),
        last("close-reason-not-utf-8", frame(FIN | CLOSE, bytes(3, 232, 0xff))),
        last("close-long-reason", frame(FIN | CLOSE, join(bytes(3, 232), new byte[124]))),
        last("close-then-text", join(close(1000, ""), text("late"))),
        thinking("close-in-the-middle", said -> join(close(1000, ""), text(said))),
        thinking("close-1011-in-the-middle", said -> join(close(1011, ""), text(said))));
  }

  private static byte[] masked(String said) {
    byte[] frame = text(said);
    int head = frame[1] == 126 ? 4 : 2;
    frame[1] |= (byte) 0x80;
    return join(
        Arrays.copyOf(frame, head), new byte[4], Arrays.copyOfRange(frame, head, frame.length));
  }

  private static byte[] long16(String said) {
    byte[] small = utf8("{}");
    return join(bytes(FIN | TEXT, 126, 0, small.length), small, text(said));
  }

  private static byte[] long64(String said) {
    byte[] payload = utf8(said);
    return join(
        bytes(FIN | TEXT, 127, 0, 0, 0, 0, 0, 0, payload.length >> 8, payload.length & 255),
        payload);
  }

  private static byte[] pieces(String said, int size, byte[] between) {
    byte[] all = utf8(said);
    byte[] frames = new byte[0];
    for (int from = 0; from < all.length; from += size) {
      int to = Math.min(all.length, from + size);
      int first = (from == 0 ? TEXT : CONTINUATION) | (to == all.length ? FIN : 0);
      frames =
          join(
              frames,
              frame(first, Arrays.copyOfRange(all, from, to)),
              to == all.length ? new byte[0] : between);
    }
    return frames;
  }

  /** These bytes stand within the text that tells a thought. */
  private static PlatformCase saying(String name, byte[] words) {
    return thinking(
        name,
        said -> {
          int at = said.indexOf("numbers");
          return frame(
              FIN | TEXT, join(utf8(said.substring(0, at)), words, utf8(said.substring(at))));
        });
  }

  private static PlatformCase thinking(String name, Function<String, byte[]> frames) {
    return of(name, (number, said) -> number == THINKING ? frames.apply(said) : text(said));
  }

  private static PlatformCase last(String name, byte[] after) {
    return of(name, new LastWords(after));
  }

  /** Sends this after the last message; it is or begins with a close. */
  @SuppressWarnings("ArrayRecordComponent")
  private record LastWords(byte[] after) implements SocketFrames.Writer {

    @Override
    public byte[] frames(int number, String said) {
      return closes(number) ? join(text(said), after) : text(said);
    }

    @Override
    public boolean closes(int number) {
      return number == LAST;
    }
  }

  private static PlatformCase of(String name, SocketFrames.Writer writer) {
    return PlatformCase.of(name).that(good -> good.upgrade(UpgradeReply.PLAIN.writing(writer)));
  }
}
