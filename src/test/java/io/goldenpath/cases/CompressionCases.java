package io.goldenpath.cases;

import static io.goldenpath.wire.FrameBytes.CONTINUATION;
import static io.goldenpath.wire.FrameBytes.FIN;
import static io.goldenpath.wire.FrameBytes.RSV1;
import static io.goldenpath.wire.FrameBytes.TEXT;
import static io.goldenpath.wire.FrameBytes.bytes;
import static io.goldenpath.wire.FrameBytes.deflated;
import static io.goldenpath.wire.FrameBytes.frame;
import static io.goldenpath.wire.FrameBytes.join;
import static io.goldenpath.wire.FrameBytes.text;
import static io.goldenpath.wire.FrameBytes.utf8;

import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.Deflater;

/** Extensions that a server agrees to, and what it makes of them. */
final class CompressionCases {

  private static final String DEFLATE = "permessage-deflate";

  private CompressionCases() {}

  static Stream<PlatformCase> cases() {
    return Stream.concat(agreements(), messages());
  }

  private static Stream<PlatformCase> agreements() {
    return Stream.of(
        agrees("extension-empty", ""),
        agrees("extension-comma", ","),
        agrees("extension-unoffered", "x-webkit-deflate-frame"),
        agrees("extension-unoffered-too", DEFLATE + ", permessage-bzip2"),
        agrees("deflate", DEFLATE),
        agrees("deflate-capitals", "Permessage-Deflate"),
        agrees("deflate-twice", DEFLATE + ", " + DEFLATE),
        agrees("deflate-two-lines", DEFLATE + "\r\nSec-WebSocket-Extensions: " + DEFLATE),
        agrees("deflate-final-comma", DEFLATE + ","),
        agrees("deflate-first-comma", "," + DEFLATE),
        agrees("deflate-final-semicolon", DEFLATE + ";"),
        agrees("deflate-quoted-name", "\"" + DEFLATE + "\""),
        parameter("server_no_context_takeover"),
        parameter("client_no_context_takeover"),
        parameter("server_no_context_takeover; client_no_context_takeover"),
        parameter("server_no_context_takeover; server_no_context_takeover"),
        parameter("Server_No_Context_Takeover"),
        parameter("server_no_context_takeover=true"),
        parameter("server_no_context_takeover="),
        parameter("client_max_window_bits"),
        parameter("client_max_window_bits=15"),
        parameter("client_max_window_bits=8"),
        parameter("client_max_window_bits=9"),
        parameter("client_max_window_bits=16"),
        parameter("client_max_window_bits=7"),
        parameter("client_max_window_bits=09"),
        parameter("client_max_window_bits=\"10\""),
        parameter("client_max_window_bits='10'"),
        parameter("client_max_window_bits = 10"),
        parameter("client_max_window_bits=10; client_max_window_bits=10"),
        parameter("server_max_window_bits"),
        parameter("server_max_window_bits=8"),
        parameter("server_max_window_bits=15"),
        parameter("server_max_window_bits=\"12\""),
        parameter("server_max_window_bits=0"),
        parameter("server_max_window_bits=+9"),
        parameter("mode=fast"));
  }

  private static Stream<PlatformCase> messages() {
    return Stream.of(
        of("deflated", CompressionCases::compressed),
        of(
            "deflated-fragments",
            said -> {
              byte[] all = deflated(new Deflater(9, true), utf8(said));
              return join(
                  frame(RSV1 | TEXT, Arrays.copyOf(all, 5)),
                  frame(FIN | CONTINUATION, Arrays.copyOfRange(all, 5, all.length)));
            }),
        of(
            "deflated-rsv1-twice",
            said -> {
              byte[] all = deflated(new Deflater(9, true), utf8(said));
              return join(
                  frame(RSV1 | TEXT, Arrays.copyOf(all, 5)),
                  frame(FIN | RSV1 | CONTINUATION, Arrays.copyOfRange(all, 5, all.length)));
            }),
        of(
            "deflated-with-marker",
            said ->
                frame(
                    FIN | RSV1 | TEXT,
                    join(deflated(new Deflater(9, true), utf8(said)), bytes(0, 0, 0xff, 0xff)))),
        of(
            "deflated-final-block",
            said -> {
              Deflater deflater = new Deflater(9, true);
              deflater.setInput(utf8(said));
              deflater.finish();
              byte[] out = new byte[4096];
              return frame(FIN | RSV1 | TEXT, Arrays.copyOf(out, deflater.deflate(out)));
            }),
        of(
            "deflated-final-block-padded",
            said -> {
              Deflater deflater = new Deflater(9, true);
              deflater.setInput(utf8(said));
              deflater.finish();
              byte[] out = new byte[4096];
              return frame(FIN | RSV1 | TEXT, Arrays.copyOf(out, deflater.deflate(out) + 1));
            }),
        of(
            "deflated-stored",
            said -> {
              Deflater deflater = new Deflater(0, true);
              return frame(FIN | RSV1 | TEXT, deflated(deflater, utf8(said)));
            }),
        of(
            "deflated-with-zlib-header",
            said -> frame(FIN | RSV1 | TEXT, deflated(new Deflater(9, false), utf8(said)))),
        of("deflated-garbage", said -> frame(FIN | RSV1 | TEXT, utf8(said))),
        of(
            "deflated-cut",
            said -> {
              byte[] all = deflated(new Deflater(9, true), utf8(said));
              return frame(FIN | RSV1 | TEXT, Arrays.copyOf(all, all.length - 4));
            }),
        PlatformCase.of("deflated-unagreed")
            .that(good -> good.upgrade(UpgradeReply.PLAIN.writing((_, said) -> compressed(said)))));
  }

  private static byte[] compressed(String said) {
    return frame(FIN | RSV1 | TEXT, deflated(new Deflater(9, true), utf8(said)));
  }

  private static PlatformCase parameter(String parameters) {
    return agrees(DEFLATE + "; " + parameters, DEFLATE + "; " + parameters);
  }

  private static PlatformCase agrees(String name, String extensions) {
    return PlatformCase.of(name).that(good -> good.upgrade(agreeing(extensions)));
  }

  private static UpgradeReply agreeing(String extensions) {
    return UpgradeReply.PLAIN.spelt(head ->
        head.replace(
            "\r\nSec-WebSocket-Accept",
            "\r\nSec-WebSocket-Extensions: " + extensions + "\r\nSec-WebSocket-Accept"));
  }

  /** Thoughts are told in these frames. */
  private static PlatformCase of(String name, java.util.function.Function<String, byte[]> frames) {
    return PlatformCase.of(name)
        .that(good ->
            good.upgrade(
                agreeing(DEFLATE)
                    .writing((number, said) -> number == 2 ? frames.apply(said) : text(said))));
  }
}
