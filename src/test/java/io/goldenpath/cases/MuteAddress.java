package io.goldenpath.cases;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** An address whose queue of connections is full, so that the system answers nobody there. */
final class MuteAddress implements AutoCloseable {

  private static final int LONG_ENOUGH_MILLIS = 300;

  private final ServerSocket listener;
  private final List<Socket> queue = new ArrayList<>();

  private MuteAddress(ServerSocket listener) {
    this.listener = listener;
  }

  static MuteAddress at(String address, int port) throws IOException {
    MuteAddress mute = new MuteAddress(new ServerSocket(port, 1, InetAddress.ofLiteral(address)));
    while (mute.answers()) {}
    return mute;
  }

  private boolean answers() throws IOException {
    Socket next = new Socket();
    queue.add(next);
    try {
      next.connect(
          new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort()),
          LONG_ENOUGH_MILLIS);
      return true;
    } catch (SocketTimeoutException _) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket one : queue) {
      one.close();
    }
  }
}
