package io.goldenpath.wire;

import static io.goldenpath.wire.FrameBytes.CONTINUATION;
import static io.goldenpath.wire.FrameBytes.FIN;
import static io.goldenpath.wire.FrameBytes.PING;
import static io.goldenpath.wire.FrameBytes.RSV1;
import static io.goldenpath.wire.FrameBytes.TEXT;
import static io.goldenpath.wire.FrameBytes.close;
import static io.goldenpath.wire.FrameBytes.deflated;
import static io.goldenpath.wire.FrameBytes.frame;
import static io.goldenpath.wire.FrameBytes.join;
import static io.goldenpath.wire.FrameBytes.text;
import static io.goldenpath.wire.FrameBytes.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.target.Route;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.Stopwatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

/** Good answers of a server, changed at random: whatever comes, the client survives it. */
class WireFuzzIT {

  private static final int STREAMS = TestSize.of(1_500, 100_000);
  private static final int WARM_UP = 200;
  private static final int AT_ONCE = 8;
  private static final Duration LIMIT = Duration.ofMillis(150);
  private static final Duration SLACK = Duration.ofSeconds(3);

  private final AtomicLong seeds = new AtomicLong();

  private static byte[] answer(String request) {
    byte[] hello = utf8("{\"type\":\"agent_started\",\"text\":\"hello hello hello €\"}");
    byte[] deflated = deflated(new Deflater(Deflater.DEFAULT_COMPRESSION, true), hello);
    return join(
        utf8(RawServer.switching(request, "Sec-WebSocket-Extensions: permessage-deflate\r\n")),
        text("{\"type\":\"connection_established\"}"),
        frame(TEXT, utf8("in ")),
        frame(FIN | PING, utf8("?")),
        frame(FIN | CONTINUATION, utf8("parts €")),
        frame(FIN | RSV1 | TEXT, deflated),
        frame(FIN | TEXT, new byte[300]),
        close(1000, "bye"));
  }

  /** Mostly after the head: a broken head hides everything behind it. */
  private static byte[] mutated(byte[] good, Random random) {
    byte[] bytes = good;
    int head = new String(good, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n") + 4;
    for (int changes = random.nextInt(4); changes >= 0; changes--) {
      int from = random.nextInt(5) == 0 ? 0 : Math.min(head, bytes.length - 1);
      int at = from + random.nextInt(bytes.length - from);
      bytes =
          switch (random.nextInt(6)) {
            case 0 -> Arrays.copyOf(bytes, Math.max(1, at));
            case 1 -> inserted(bytes, at, random);
            case 2 ->
                join(
                    Arrays.copyOf(bytes, at),
                    Arrays.copyOfRange(bytes, Math.max(0, at - 20), bytes.length));
            default -> flipped(bytes, at, random);
          };
    }
    return bytes;
  }

  private static byte[] flipped(byte[] bytes, int at, Random random) {
    byte[] flipped = bytes.clone();
    flipped[at] ^= (byte) (1 << random.nextInt(8));
    return flipped;
  }

  private static byte[] inserted(byte[] bytes, int at, Random random) {
    byte[] noise = new byte[1 + random.nextInt(8)];
    random.nextBytes(noise);
    return join(Arrays.copyOf(bytes, at), noise, Arrays.copyOfRange(bytes, at, bytes.length));
  }

  private void serve(RawServer.Peer peer) throws IOException {
    Random random = new Random(seeds.incrementAndGet());
    peer.write(mutated(answer(peer.readHead()), random));
    if (random.nextInt(50) == 0) {
      peer.untilGone();
    }
    peer.socket().shutdownOutput();
    peer.untilGone();
    peer.reset();
  }

  private static Duration listen(WireClient wire, RawServer server) throws InterruptedException {
    long from = Stopwatch.SYSTEM.nanos();
    Deadline deadline = Deadline.in(LIMIT, Stopwatch.SYSTEM);
    ConnectResult result =
        wire.connect(
            new UpgradeCall(server.url("ws"), Map.of(), List.of(), 4096, Route.DIRECT), deadline);
    if (result instanceof ConnectResult.Connected(WebSocket socket, _, _)) {
      ReceiveResult next = socket.receive(deadline);
      while (!(next instanceof ReceiveResult.Ended || next instanceof ReceiveResult.Nothing)) {
        next = socket.receive(deadline);
      }
      socket.close(deadline);
    }
    return Duration.ofNanos(Stopwatch.SYSTEM.nanos() - from);
  }

  private static List<Future<Duration>> listen(
      WireClient wire, RawServer server, ExecutorService workers, int times) {
    List<Future<Duration>> taken = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      taken.add(workers.submit(() -> listen(wire, server)));
    }
    return taken;
  }

  @Test
  void survivesEveryAnswerWithinItsDeadline() throws Exception {
    try (NettyErrors nettyErrors = NettyErrors.listen();
        RawServer server = RawServer.start(this::serve);
        WireClient wire = WireClient.open("test", TlsEngineFactory.JVM, Stopwatch.SYSTEM);
        ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
      for (Future<Duration> one : listen(wire, server, workers, WARM_UP)) {
        one.get();
      }
      ProcessResources before = ProcessResources.now();

      for (Future<Duration> one : listen(wire, server, workers, STREAMS)) {
        assertThat(one.get()).isLessThan(LIMIT.plus(SLACK));
      }
      before.awaitReleased();
      assertThat(nettyErrors.all()).isEmpty();
    }
  }
}
