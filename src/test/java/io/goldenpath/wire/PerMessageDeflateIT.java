package io.goldenpath.wire;

import static io.goldenpath.wire.FrameBytes.CONTINUATION;
import static io.goldenpath.wire.FrameBytes.FIN;
import static io.goldenpath.wire.FrameBytes.PING;
import static io.goldenpath.wire.FrameBytes.RSV1;
import static io.goldenpath.wire.FrameBytes.RSV2;
import static io.goldenpath.wire.FrameBytes.TEXT;
import static io.goldenpath.wire.FrameBytes.bytes;
import static io.goldenpath.wire.FrameBytes.deflated;
import static io.goldenpath.wire.FrameBytes.frame;
import static io.goldenpath.wire.FrameBytes.text;
import static io.goldenpath.wire.FrameBytes.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.Stopwatch;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules of RFC 7692. */
class PerMessageDeflateIT {

  private static final int FLOOD = 2000;
  private static final byte[] HELLO = utf8("hello, hello, hello, and hello again");
  private static final String HEARD = "text hello, hello, hello, and hello again";

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

  private static RawServer agreeing(String parameters, RawServer.Behaviour then)
      throws IOException {
    return RawServer.start(peer -> {
      String request = peer.readHead();
      peer.write(
          RawServer.switching(
              request, "Sec-WebSocket-Extensions: permessage-deflate" + parameters + "\r\n"));
      then.serve(peer);
    });
  }

  private static Deflater deflater() {
    return new Deflater(Deflater.BEST_COMPRESSION, true);
  }

  private static void hears(String parameters, RawServer.Behaviour then, String... heard)
      throws Exception {
    try (RawServer server = agreeing(parameters, then)) {
      assertThat(ReceivedText.all(ReceivedText.open(wire, server.url("ws"))))
          .containsExactly(heard);
    }
  }

  @Test
  void inflatesMessagesThatLookBackOnEarlierOnes() throws Exception {
    hears(
        "",
        peer -> {
          Deflater context = deflater();
          byte[] first = deflated(context, HELLO);
          byte[] second = deflated(context, HELLO);
          assertThat(second).hasSizeLessThan(first.length / 2);
          peer.write(
              frame(FIN | RSV1 | TEXT, first), text("plain"), frame(FIN | RSV1 | TEXT, second));
        },
        HEARD,
        "text plain",
        HEARD,
        "end");
  }

  @Test
  void forgetsTheContextWhereThatWasAgreed() throws Exception {
    hears(
        "; server_no_context_takeover; server_max_window_bits=9",
        peer ->
            peer.write(
                frame(FIN | RSV1 | TEXT, deflated(deflater(), HELLO)),
                frame(FIN | RSV1 | TEXT, deflated(deflater(), HELLO))),
        HEARD,
        HEARD,
        "end");
  }

  @Test
  void inflatesFragmentsOfWhichOnlyTheFirstIsMarked() throws Exception {
    byte[] whole = deflated(deflater(), HELLO);
    hears(
        "",
        peer ->
            peer.write(
                frame(RSV1 | TEXT, Arrays.copyOf(whole, 3)),
                frame(FIN | PING),
                frame(CONTINUATION, Arrays.copyOfRange(whole, 3, 7)),
                frame(FIN | CONTINUATION, Arrays.copyOfRange(whole, 7, whole.length))),
        HEARD,
        "end");
  }

  @Test
  void inflatesAFinalBlockAndAnEmptyMessage() throws Exception {
    Deflater last = deflater();
    last.setInput(HELLO);
    last.finish();
    byte[] out = new byte[200];
    int length = last.deflate(out);
    hears(
        "",
        peer ->
            peer.write(
                frame(FIN | RSV1 | TEXT, FrameBytes.join(Arrays.copyOf(out, length), bytes(0))),
                frame(FIN | RSV1 | TEXT, bytes(0)),
                frame(FIN | RSV1 | TEXT, deflated(deflater(), HELLO))),
        HEARD,
        "text ",
        HEARD,
        "end");
  }

  @Test
  void refusesMarksWhereTheyDoNotBelong() throws Exception {
    String violation = "violation: reserved bits set without a negotiated extension";
    hears("", peer -> peer.write(frame(FIN | RSV1 | PING)), violation);
    hears("", peer -> peer.write(frame(FIN | RSV2 | TEXT)), violation);
    hears(
        "",
        peer -> peer.write(frame(TEXT, HELLO), frame(FIN | RSV1 | CONTINUATION, HELLO)),
        violation);
  }

  @Test
  void refusesWhatCannotBeInflated() throws Exception {
    hears(
        "",
        peer -> peer.write(frame(FIN | RSV1 | TEXT, bytes(0xff, 0xff, 0xff, 0xff))),
        "violation: a compressed message that cannot be inflated");
    hears(
        "",
        peer -> peer.write(frame(FIN | RSV1 | TEXT, deflated(deflater(), bytes(0xff)))),
        "violation: a text message that is not UTF-8");
  }

  @Test
  void inflatesNoMoreThanTheBound() throws Exception {
    byte[] bomb = deflated(deflater(), new byte[50_000_000]);
    assertThat(bomb).hasSizeLessThan(ReceivedText.MAX_MESSAGE);
    hears(
        "",
        peer -> peer.write(frame(FIN | RSV1 | TEXT, bomb)),
        "violation: a message longer than the bound of 70000 bytes");
  }

  @Test
  void givesUpOnAFloodOfSmallFramesWithLargeMessages() throws Exception {
    byte[] large = deflated(deflater(), utf8("x".repeat(ReceivedText.MAX_MESSAGE)));
    byte[] flood = new byte[0];
    for (int i = 0; i < FLOOD; i++) {
      flood = FrameBytes.join(flood, frame(FIN | RSV1 | TEXT, large));
    }
    byte[] all = flood;
    CompletableFuture<byte[]> gone = new CompletableFuture<>();
    try (RawServer server =
        agreeing(
            "; server_no_context_takeover",
            peer -> {
              try {
                peer.write(all);
                peer.untilGone();
              } finally {
                gone.complete(all);
              }
            })) {
      WebSocket socket = ReceivedText.open(wire, server.url("ws"));
      gone.get(5, TimeUnit.SECONDS);

      assertThat(ReceivedText.all(socket).getLast()).startsWith("violation: more than");
    }
  }

  @Test
  void compressesWhatItSends() throws Exception {
    CompletableFuture<byte[]> heard = new CompletableFuture<>();
    try (RawServer server =
        agreeing(
            "; client_max_window_bits=10",
            peer -> {
              peer.write(text("go"));
              heard.complete(peer.untilGone());
            })) {
      WebSocket socket = ReceivedText.open(wire, server.url("ws"));
      Deadline deadline = Deadline.in(Duration.ofSeconds(2), Stopwatch.SYSTEM);
      assertThat(socket.send("x".repeat(1024), deadline)).isTrue();
      assertThat(socket.send("y".repeat(1025), deadline)).isTrue();
      socket.close(Deadline.in(Duration.ofMillis(50), Stopwatch.SYSTEM));

      byte[] sent = heard.get(2, TimeUnit.SECONDS);
      assertThat(sent[0]).isEqualTo((byte) (FIN | RSV1 | TEXT));
      int compressed = sent[1] & 0x7f;
      assertThat(compressed).isLessThan(40);
      assertThat(sent[6 + compressed]).isEqualTo((byte) (FIN | TEXT));
      assertThat(sent).hasSizeGreaterThan(1025);
    }
  }

  @Test
  void sendsNothingCompressedWhereNothingWasAgreed() throws Exception {
    CompletableFuture<byte[]> heard = new CompletableFuture<>();
    try (RawServer server = RawServer.upgrading(peer -> heard.complete(peer.untilGone()))) {
      WebSocket socket = ReceivedText.open(wire, server.url("ws"));
      socket.send("x", Deadline.in(Duration.ofSeconds(2), Stopwatch.SYSTEM));
      socket.close(Deadline.in(Duration.ofMillis(50), Stopwatch.SYSTEM));

      byte[] sent = heard.get(2, TimeUnit.SECONDS);
      assertThat(sent[0]).isEqualTo((byte) (FIN | TEXT));
      assertThat(Arrays.copyOfRange(sent, sent.length - 8, sent.length - 6))
          .isEqualTo(Arrays.copyOf(bytes(0x88, 0x82), 2));
    }
  }
}
