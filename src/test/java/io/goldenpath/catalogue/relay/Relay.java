package io.goldenpath.catalogue.relay;

import io.goldenpath.catalogue.spoken.SpokenProtocol;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands before a server on the loopback interface and plays the faults below the frame. */
public final class Relay implements Closeable {

  private static final int BACKLOG = 1024;

  private final ServerSocket listener;
  private final RelayFaults faults;
  private final Serving serving;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  private Relay(ServerSocket listener, RelayFaults faults, Serving serving) {
    this.listener = listener;
    this.faults = faults;
    this.serving = serving;
    Thread.ofVirtual().name("demo-relay").start(this::accept);
  }

  /** Relays to this port from a free one. */
  public static Relay before(int port) throws IOException {
    return over(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()), port);
  }

  /** Relays to this port whatever this listener accepts, TLS perhaps. */
  public static Relay over(ServerSocket listener, int port) {
    RelayFaults faults = new RelayFaults();
    return new Relay(listener, faults, client -> new RelayConnection(faults, port, client).serve());
  }

  /** Relays WebSockets to this port from a free one, whose clients speak this. */
  public static Relay speaking(SpokenProtocol protocol, int port) throws IOException {
    return new Relay(
        new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()),
        new RelayFaults(),
        client -> new SpokenConnection(protocol, port, client).serve());
  }

  /** How a connection is served until one of the two has gone. */
  @FunctionalInterface
  private interface Serving {
    void serve(Socket client) throws IOException;
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
      serving.serve(client);
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
