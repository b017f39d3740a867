package io.goldenpath.platforms.socketio;

import io.goldenpath.node.NodeServer;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Servers with the same agent; the query of the socket's address names a fault. */
enum SocketIoServers {
  /** The reference implementation, on Node.js. */
  NODE,
  /** A Java server, netty-socketio. */
  NETTY;

  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private int login;
  private int socket;

  /** Port of its login; starts it once. */
  synchronized int login() throws IOException, InterruptedException {
    if (running.isEmpty()) {
      start();
    }
    return login;
  }

  /** Port of its socket; starts it once. */
  synchronized int socket() throws IOException, InterruptedException {
    login();
    return socket;
  }

  private void start() throws IOException, InterruptedException {
    switch (this) {
      case NODE -> {
        NodeServer server = NodeServer.start("socketio-chat.mjs");
        running.push(server);
        login = server.port();
        socket = login;
      }
      case NETTY -> {
        NettySocketIoServer server = new NettySocketIoServer();
        running.push(server);
        socket = server.port();
        LoginServer logins = new LoginServer();
        running.push(logins);
        login = logins.port();
      }
    }
  }

  static void stopAll() throws Exception {
    for (SocketIoServers servers : values()) {
      while (!servers.running.isEmpty()) {
        servers.running.pop().close();
      }
    }
  }
}
