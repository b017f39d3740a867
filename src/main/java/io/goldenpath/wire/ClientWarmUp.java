package io.goldenpath.wire;

import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.wire.http.HttpCall;
import io.goldenpath.wire.websocket.ConnectResult;
import io.goldenpath.wire.websocket.UpgradeCall;
import io.goldenpath.wire.websocket.WebSocketHandshake;
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
final class ClientWarmUp {

  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final int ROUNDS = 3;
  private static final int MAX_MESSAGE_BYTES = 1024;
  private static final Pattern KEY = Pattern.compile("(?i)sec-websocket-key: *(\\S+)");

  private final WireClient wire;
  private final Stopwatch stopwatch;

  ClientWarmUp(WireClient wire, Stopwatch stopwatch) {
    this.wire = wire;
    this.stopwatch = stopwatch;
  }

  /**
   * Speaks HTTP and WebSocket a few times.
   *
   * @throws IOException when loopback cannot be listened on
   */
  void run() throws IOException, InterruptedException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().name("rehearsal").start(() -> serve(server));
      String address = server.getInetAddress().getHostAddress() + ":" + server.getLocalPort();
      for (int round = 0; round < ROUNDS; round++) {
        wire.exchange(
            new HttpCall("POST", URI.create("http://" + address + "/"), Map.of(), "{}"),
            deadline());
        openAndClose(URI.create("ws://" + address + "/"));
      }
    }
  }

  private void openAndClose(URI address) throws InterruptedException {
    UpgradeCall call = new UpgradeCall(address, Map.of(), List.of(), MAX_MESSAGE_BYTES);
    if (wire.connect(call, deadline()) instanceof ConnectResult.Connected(var socket, _)) {
      socket.send("{}", deadline());
      socket.receive(deadline());
      socket.close(deadline());
    }
  }

  private Deadline deadline() {
    return Deadline.in(TIMEOUT, stopwatch);
  }

  private static void serve(ServerSocket server) {
    while (!server.isClosed()) {
      try (Socket client = server.accept()) {
        client.setSoTimeout((int) TIMEOUT.toMillis());
        reply(client);
      } catch (IOException _) {
        // the visitor, or the whole rehearsal, has gone
      }
    }
  }

  private static void reply(Socket client) throws IOException {
    StringBuilder request = new StringBuilder();
    while (request.indexOf("\r\n\r\n") < 0) {
      int next = client.getInputStream().read();
      if (next < 0) {
        return;
      }
      request.append((char) next);
    }
    Matcher key = KEY.matcher(request);
    if (!key.find()) {
      write(client, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
      return;
    }
    write(
        client,
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Accept: %s\r\n\r\n"
                .formatted(WebSocketHandshake.acceptKey(key.group(1))));
    client.getOutputStream().write(new byte[] {(byte) 0x81, 2, '{', '}', (byte) 0x88, 0});
    while (client.getInputStream().read() >= 0) {
      // whatever the visitor says before it closes
    }
  }

  private static void write(Socket client, String text) throws IOException {
    client.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    client.getOutputStream().flush();
  }
}
