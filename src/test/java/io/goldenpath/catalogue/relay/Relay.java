package io.goldenpath.catalogue.relay;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands before a server on the loopback interface and plays the faults below the frame. */
public final class Relay implements AutoCloseable {

  private static final int BACKLOG = 1024;

  private final ServerSocket listener;
  private final int behind;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final RelayFaults faults = new RelayFaults();

  private Relay(ServerSocket listener, int behind) {
    this.listener = listener;
    this.behind = behind;
    Thread.ofVirtual().name("demo-relay").start(this::accept);
  }

  /** Relays to this port from a free one. */
  public static Relay before(int port) throws IOException {
    return over(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()), port);
  }

  /** Relays to this port whatever this listener accepts, TLS perhaps. */
  public static Relay over(ServerSocket listener, int port) {
    return new Relay(listener, port);
  }

  /** Where it listens. */
  public int port() {
    return listener.getLocalPort();
  }

  /** Plays this in every reply of that place: the login's or the upgrade's. */
  public void play(ReplyFault fault, RelayPlace place) {
    faults.put(place, fault);
  }

  /** Plays this on every new connection at that place after the upgrade. */
  public void play(FrameFault fault, RelayPlace place) {
    faults.put(place, fault);
  }

  /** Relays faithfully from now on. */
  public void behave() {
    faults.clear();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        open.add(client);
        Thread.ofVirtual().start(() -> serve(client));
      }
    } catch (IOException closed) {
      // nobody is relayed any more
    }
  }

  private void serve(Socket client) {
    try {
      client.setTcpNoDelay(true);
      new RelayConnection(faults, behind, client).serve();
    } catch (IOException gone) {
      // one of the two has gone, and with it the connection
    } finally {
      open.remove(client);
      close(client);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      // it is closed, which is all that is wanted
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    open.forEach(Relay::close);
  }
}
