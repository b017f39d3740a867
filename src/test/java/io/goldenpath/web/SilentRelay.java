package io.goldenpath.web;

import io.goldenpath.wire.RawServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A reverse proxy that names its upstream as the host, and tells nothing of who asked. */
public final class SilentRelay implements AutoCloseable {

  private final RawServer server;

  private SilentRelay(RawServer server) {
    this.server = server;
  }

  /** Before the server on this port of this machine. */
  public static SilentRelay before(int port) throws IOException {
    return new SilentRelay(RawServer.start(peer -> relay(peer, port)));
  }

  public int port() {
    return server.port();
  }

  private static void relay(RawServer.Peer peer, int port) throws IOException {
    String head =
        peer.readHead()
            .replaceFirst("(?im)^host:.*$", "Host: 127.0.0.1:" + port)
            .replaceFirst("(?im)^connection:.*\r\n", "");
    try (Socket upstream = new Socket(InetAddress.getLoopbackAddress(), port)) {
      upstream.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
      upstream.getInputStream().transferTo(peer.socket().getOutputStream());
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
