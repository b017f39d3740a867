package io.goldenpath.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that says, byte for byte, what a test wants it to say. */
public final class RawServer implements AutoCloseable {

  private static final Pattern KEY = Pattern.compile("(?i)sec-websocket-key: *(\\S+)");

  private final ServerSocket listener;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Behaviour behaviour;

  /** What it does with one connection, which ends when this returns. */
  @FunctionalInterface
  public interface Behaviour {
    void serve(Peer peer) throws IOException, InterruptedException;
  }

  private RawServer(ServerSocket listener, Behaviour behaviour) {
    this.listener = listener;
    this.behaviour = behaviour;
    Thread.ofVirtual().start(this::accept);
  }

  /** Does this with every connection. */
  public static RawServer start(Behaviour behaviour) throws IOException {
    return over(new ServerSocket(0, 1024, InetAddress.getLoopbackAddress()), behaviour);
  }

  /** Does this with every connection of this listener. */
  public static RawServer over(ServerSocket listener, Behaviour behaviour) {
    return new RawServer(listener, behaviour);
  }

  /** Upgrades, and then does this. */
  public static RawServer upgrading(Behaviour then) throws IOException {
    return start(peer -> {
      String request = peer.readHead();
      peer.write(switching(request, ""));
      then.serve(peer);
    });
  }

  /** The right answer to an upgrade, with further header lines that end in CRLF. */
  public static String switching(String request, String more) {
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        + "Sec-WebSocket-Accept: "
        + acceptKey(request)
        + "\r\n"
        + more
        + "\r\n";
  }

  public static String acceptKey(String request) {
    Matcher key = KEY.matcher(request);
    if (!key.find()) {
      throw new IllegalArgumentException("no key in " + request);
    }
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-1")
              .digest(
                  (key.group(1) + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")
                      .getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  public int port() {
    return listener.getLocalPort();
  }

  public URI url(String scheme) {
    return URI.create(scheme + "://localhost:" + port() + "/ws");
  }

  /** How many connections are open. */
  public int connections() {
    return open.size();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listener.accept();
        open.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      behaviour.serve(new Peer(socket));
    } catch (IOException gone) {
      // the client has gone
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(socket);
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  /** The other end of one connection. */
  public record Peer(Socket socket) {

    /** Reads a request without its body. */
    public String readHead() throws IOException {
      ByteArrayOutputStream head = new ByteArrayOutputStream();
      InputStream in = socket.getInputStream();
      while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
        int next = in.read();
        if (next < 0) {
          throw new IOException("the client has gone");
        }
        head.write(next);
      }
      return head.toString(StandardCharsets.ISO_8859_1);
    }

    public void write(String text) throws IOException {
      write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public void write(byte[]... parts) throws IOException {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      for (byte[] part : parts) {
        all.write(part);
      }
      socket.getOutputStream().write(all.toByteArray());
      socket.getOutputStream().flush();
    }

    /** Waits until the client has ended the connection, and returns what it said until then. */
    public byte[] untilGone() throws IOException {
      return socket.getInputStream().readAllBytes();
    }

    /** Ends the connection by a reset. */
    public void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }
  }
}
