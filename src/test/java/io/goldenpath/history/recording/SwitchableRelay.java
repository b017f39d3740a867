package io.goldenpath.history.recording;

import io.goldenpath.history.store.DatabaseAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Network between the monitor and its database: it can be cut, and restored. */
final class SwitchableRelay implements AutoCloseable {

  private final DatabaseAddress database;
  private final URI target;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final int port;
  private ServerSocket server;

  private SwitchableRelay(DatabaseAddress database) throws IOException {
    this.database = database;
    this.target = URI.create(database.url().substring("jdbc:".length()));
    this.server = listen(0);
    this.port = server.getLocalPort();
  }

  static SwitchableRelay to(DatabaseAddress database) throws IOException {
    return new SwitchableRelay(database);
  }

  DatabaseAddress address() {
    return DatabaseAddress.server(
        database.url().replace(":" + target.getPort(), ":" + port),
        database.username(),
        database.password());
  }

  void cut() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
    sockets.clear();
  }

  void restore() throws IOException {
    server = listen(port);
  }

  @Override
  public void close() throws IOException {
    cut();
  }

  private ServerSocket listen(int at) throws IOException {
    ServerSocket listening = new ServerSocket();
    listening.setReuseAddress(true);
    listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), at));
    Thread.startVirtualThread(() -> accept(listening));
    return listening;
  }

  private void accept(ServerSocket listening) {
    try {
      while (true) {
        Socket client = listening.accept();
        Socket upstream = new Socket(target.getHost(), target.getPort());
        sockets.addAll(List.of(client, upstream));
        Thread.startVirtualThread(() -> copy(client, upstream));
        Thread.startVirtualThread(() -> copy(upstream, client));
      }
    } catch (IOException _) {
      // cut
    }
  }

  private static void copy(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException _) {
      // cut
    }
  }
}
