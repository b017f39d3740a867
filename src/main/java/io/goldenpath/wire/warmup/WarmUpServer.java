package io.goldenpath.wire.warmup;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Scanner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLServerSocket;

/**
 * Server of loopback for one client at a time: lets every login in, welcomes every socket, answers
 * the first message with the events of a good run, and closes.
 */
public record WarmUpServer(ServerSocket listener) implements AutoCloseable {

  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final Pattern KEY = Pattern.compile("(?i)sec-websocket-key: *(\\S+)");
  private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final String SWITCHING_PROTOCOLS =
      "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
          + "Sec-WebSocket-Accept: ";
  private static final String LOGIN = "{\"access_token\":\"warm-up\"}";
  private static final String WELCOME =
      "{\"type\":\"connection_established\",\"connection_ready\":true}";
  private static final List<String> EVENTS =
      List.of(
          "agent_started", "agent_thinking", "tool_executing", "tool_completed", "agent_completed");
  private static final int TEXT = 0x81;
  private static final int CLOSE = 0x88;

  public static WarmUpServer plain() throws IOException {
    return started(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
  }

  static WarmUpServer secure(SelfSignedIdentity identity, String version)
      throws IOException, GeneralSecurityException {
    SSLServerSocket listener =
        (SSLServerSocket)
            identity
                .context()
                .getServerSocketFactory()
                .createServerSocket(0, 1, InetAddress.getLoopbackAddress());
    listener.setEnabledProtocols(new String[] {version});
    return started(listener);
  }

  private static WarmUpServer started(ServerSocket listener) {
    WarmUpServer server = new WarmUpServer(listener);
    Thread.ofVirtual().name("wire-warm-up").start(server::serve);
    return server;
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** What follows the scheme of an address. */
  String address() {
    return "://" + SelfSignedIdentity.HOST + ":" + port();
  }

  private void serve() {
    while (!listener.isClosed()) {
      try (Socket client = listener.accept()) {
        client.setSoTimeout((int) TIMEOUT.toMillis());
        reply(client);
      } catch (IOException | NoSuchAlgorithmException | NoSuchElementException _) {
        // the client has gone, or the warm-up is over
      }
    }
  }

  private static void reply(Socket client) throws IOException, NoSuchAlgorithmException {
    Scanner request = new Scanner(client.getInputStream(), StandardCharsets.ISO_8859_1);
    Matcher key = KEY.matcher(request.useDelimiter("\r\n\r\n").next());
    if (!key.find()) {
      write(client, "HTTP/1.1 200 OK\r\nContent-Length: " + LOGIN.length() + "\r\n\r\n" + LOGIN);
      return;
    }
    write(client, SWITCHING_PROTOCOLS + acceptKey(key.group(1)) + "\r\n\r\n");
    frame(client, TEXT, WELCOME);
    if (client.getInputStream().read() >= 0) {
      for (String event : EVENTS) {
        frame(client, TEXT, event(event));
      }
      frame(client, CLOSE, "");
    }
    client.getInputStream().transferTo(OutputStream.nullOutputStream());
  }

  private static String acceptKey(String key) throws NoSuchAlgorithmException {
    byte[] hash =
        MessageDigest.getInstance("SHA-1")
            .digest((key + GUID).getBytes(StandardCharsets.ISO_8859_1));
    return Base64.getEncoder().encodeToString(hash);
  }

  private static String event(String name) {
    return "{\"type\":\"%s\",\"run_id\":\"w\",\"agent_name\":\"w\",\"payload\":{\"tool_name\":\"w\"}}"
        .formatted(name);
  }

  private static void frame(Socket client, int opcode, String text) throws IOException {
    client.getOutputStream().write(new byte[] {(byte) opcode, (byte) text.length()});
    write(client, text);
  }

  private static void write(Socket client, String text) throws IOException {
    client.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
