package io.goldenpath.wire;

import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.Stopwatch;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets a wire speak with a counterpart of its own on loopback, so that the classes it needs are
 * loaded before a target is timed: a cold client would be held against whoever is watched first.
 */
final class Rehearsal {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int ROUNDS = 3;
  private static final int MESSAGE = 1024;
  private static final Pattern KEY = Pattern.compile("(?i)sec-websocket-key: *(\\S+)");

  private final Wire wire;
  private final Stopwatch stopwatch;

  Rehearsal(Wire wire, Stopwatch stopwatch) {
    this.wire = wire;
    this.stopwatch = stopwatch;
  }

  /**
   * Speaks HTTP and WebSocket a few times.
   *
   * @throws IOException when loopback cannot be listened on
   */
  void perform() throws IOException, InterruptedException {
    try (ServerSocket counterpart = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().name("rehearsal").start(() -> answer(counterpart));
      String place =
          counterpart.getInetAddress().getHostAddress() + ":" + counterpart.getLocalPort();
      for (int round = 0; round < ROUNDS; round++) {
        wire.exchange(
            new HttpCall("POST", URI.create("http://" + place + "/"), Map.of(), "{}"), deadline());
        converse(URI.create("ws://" + place + "/"));
      }
    }
  }

  private void converse(URI place) throws InterruptedException {
    UpgradeCall call = new UpgradeCall(place, Map.of(), List.of(), MESSAGE);
    if (wire.connect(call, deadline()) instanceof ConnectResult.Connected(var socket, _)) {
      socket.send("{}", deadline());
      socket.receive(deadline());
      socket.close(deadline());
    }
  }

  private Deadline deadline() {
    return Deadline.in(PATIENCE, stopwatch);
  }

  private static void answer(ServerSocket counterpart) {
    while (!counterpart.isClosed()) {
      try (Socket visitor = counterpart.accept()) {
        visitor.setSoTimeout((int) PATIENCE.toMillis());
        reply(visitor);
      } catch (IOException _) {
        // the visitor, or the whole rehearsal, has gone
      }
    }
  }

  private static void reply(Socket visitor) throws IOException {
    StringBuilder request = new StringBuilder();
    while (request.indexOf("\r\n\r\n") < 0) {
      int next = visitor.getInputStream().read();
      if (next < 0) {
        return;
      }
      request.append((char) next);
    }
    Matcher key = KEY.matcher(request);
    if (!key.find()) {
      write(visitor, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
      return;
    }
    write(
        visitor,
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Accept: %s\r\n\r\n".formatted(Handshake.accept(key.group(1))));
    visitor.getOutputStream().write(new byte[] {(byte) 0x81, 2, '{', '}', (byte) 0x88, 0});
    while (visitor.getInputStream().read() >= 0) {
      // whatever the visitor says before it closes
    }
  }

  private static void write(Socket visitor, String text) throws IOException {
    visitor.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    visitor.getOutputStream().flush();
  }
}
