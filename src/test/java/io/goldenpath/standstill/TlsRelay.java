package io.goldenpath.standstill;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Ends TLS in front of a server of loopback. */
final class TlsRelay implements AutoCloseable {

  private final ServerSocket listener;
  private final int behind;

  TlsRelay(ServerSocket listener, int behind) {
    this.listener = listener;
    this.behind = behind;
    Thread.ofPlatform().daemon().name("tls-relay").start(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        Thread.ofVirtual().name("tls-relay-there").start(() -> relay(client));
      } catch (IOException _) {
        // closed, or a client that has gone
      }
    }
  }

  private void relay(Socket client) {
    try (client;
        Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      Thread.ofVirtual().name("tls-relay-back").start(() -> copy(server, client));
      client.getInputStream().transferTo(server.getOutputStream());
    } catch (IOException _) {
      // one side has gone, and the other is closed with it
    }
  }

  private static void copy(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException _) {
      // as above
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
