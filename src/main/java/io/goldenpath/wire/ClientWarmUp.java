package io.goldenpath.wire;

import io.goldenpath.model.target.Route;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.Stopwatch;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Scanner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads the client's classes by calls to a loopback server, else the first run would be slower. */
public final class ClientWarmUp {

  private static final Logger logger = LoggerFactory.getLogger(ClientWarmUp.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final int ROUNDS = 3;
  private static final int MAX_MESSAGE_BYTES = 1024;
  private static final Pattern KEY = Pattern.compile("(?i)sec-websocket-key: *(\\S+)");
  private static final String SWITCHING_PROTOCOLS =
      "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
          + "Sec-WebSocket-Accept: ";
  private static final byte[] MESSAGE_AND_CLOSE = {(byte) 0x81, 2, '{', '}', (byte) 0x88, 0};

  private ClientWarmUp() {}

  public static void run(WireClient client, Stopwatch stopwatch) {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().name("wire-warm-up").start(() -> serve(server));
      String address = server.getInetAddress().getHostAddress() + ":" + server.getLocalPort();
      for (int round = 0; round < ROUNDS; round++) {
        client.exchange(
            new HttpCall("POST", URI.create("http://" + address), Map.of(), "{}", Route.DIRECT),
            Deadline.in(TIMEOUT, stopwatch));
        openAndClose(client, URI.create("ws://" + address), Deadline.in(TIMEOUT, stopwatch));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (IOException unable) {
      logger.debug("Warm-up failed; the first run may be slower", unable);
    }
  }

  private static void openAndClose(WireClient client, URI address, Deadline deadline)
      throws InterruptedException {
    UpgradeCall call =
        new UpgradeCall(address, Map.of(), List.of(), MAX_MESSAGE_BYTES, Route.DIRECT);
    if (client.connect(call, deadline) instanceof ConnectResult.Connected(var socket, _)) {
      socket.send("{}", deadline);
      socket.receive(deadline);
      socket.close(deadline);
    }
  }

  private static void serve(ServerSocket server) {
    while (!server.isClosed()) {
      try (Socket client = server.accept()) {
        client.setSoTimeout((int) TIMEOUT.toMillis());
        reply(client);
      } catch (IOException | NoSuchElementException _) {
        // the client has gone, or the warm-up is over
      }
    }
  }

  private static void reply(Socket client) throws IOException {
    Scanner request = new Scanner(client.getInputStream(), StandardCharsets.ISO_8859_1);
    Matcher key = KEY.matcher(request.useDelimiter("\r\n\r\n").next());
    if (!key.find()) {
      write(client, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
      return;
    }
    write(client, SWITCHING_PROTOCOLS + WebSocketHandshake.acceptKey(key.group(1)) + "\r\n\r\n");
    client.getOutputStream().write(MESSAGE_AND_CLOSE);
    client.getInputStream().transferTo(OutputStream.nullOutputStream());
  }

  private static void write(Socket client, String text) throws IOException {
    client.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
