package io.goldenpath.catalogue.relay;

import io.goldenpath.catalogue.spoken.SpokenFraming;
import io.goldenpath.catalogue.spoken.SpokenProtocol;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

/** One WebSocket on which the client speaks another protocol than the server. */
final class SpokenConnection {

  private static final Pattern OFFERS =
      Pattern.compile("(?i)(?<=\r\n)sec-websocket-(?:extensions|protocol):.*\r\n");

  private static final int BINARY = 2;

  private final SpokenProtocol protocol;
  private final SpokenFraming framing;
  private final ReentrantLock speaking = new ReentrantLock();
  private final int behind;
  private final Socket client;

  SpokenConnection(SpokenProtocol protocol, int behind, Socket client) {
    this.protocol = protocol;
    this.framing = protocol.connection();
    this.behind = behind;
    this.client = client;
  }

  void serve() throws IOException {
    String request = OFFERS.matcher(RelayLine.readHead(client)).replaceAll("");
    try (Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
      server.setTcpNoDelay(true);
      server.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      String head = RelayLine.readHead(server);
      boolean upgraded = head.startsWith("HTTP/1.1 101");
      String reply = upgraded && !protocol.subprotocol().isEmpty() ? agreed(head) : head;
      client.getOutputStream().write(reply.getBytes(StandardCharsets.ISO_8859_1));
      if (upgraded) {
        relay(server);
      } else {
        server.getInputStream().transferTo(client.getOutputStream());
      }
    }
  }

  private String agreed(String head) {
    return head.replaceFirst(
        "\r\n", "\r\nSec-WebSocket-Protocol: " + protocol.subprotocol() + "\r\n");
  }

  private void relay(Socket server) throws IOException {
    speak(framing.opening());
    Thread.ofVirtual().start(() -> fromServer(server));
    each(
        client.getInputStream(),
        server,
        List.of(),
        text -> {
          SpokenFraming.Passed passed = framing.received(text);
          speak(passed.back());
          for (String frame : passed.on()) {
            server.getOutputStream().write(RelayFrames.ofClient(frame));
          }
        });
  }

  private void fromServer(Socket server) {
    try (client) {
      each(server.getInputStream(), client, framing.announced(), text -> speak(framing.said(text)));
    } catch (IOException gone) {
      // one of the two has gone, and with it the connection
    }
  }

  private void speak(List<String> frames) throws IOException {
    for (String frame : frames) {
      client.getOutputStream().write(RelayFrames.ofServer(frame));
    }
  }

  /** Handles each whole text, and passes on what is none, binary frames after those for them. */
  private void each(InputStream from, Socket to, List<String> binary, TextHandler handler)
      throws IOException {
    RelayFrames frames = new RelayFrames(new BufferedInputStream(from));
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    while (true) {
      byte[] frame = frames.next();
      int opcode = frame[0] & 0x0f;
      speaking.lock();
      try {
        if (opcode > 1) {
          if (opcode == BINARY) {
            speak(binary);
          }
          to.getOutputStream().write(frame);
        } else {
          text.write(RelayFrames.payload(frame));
          if (RelayFrames.isLast(frame)) {
            handler.handle(text.toString(StandardCharsets.UTF_8));
            text.reset();
          }
        }
      } finally {
        speaking.unlock();
      }
    }
  }

  /** What is done with a text. */
  @FunctionalInterface
  private interface TextHandler {
    void handle(String text) throws IOException;
  }
}
