package io.goldenpath.cases;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy that knows CONNECT alone, and leads every name to this machine. */
final class ConnectProxy implements AutoCloseable {

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final ServerSocket listener;
  private final Optional<String> credentials;

  private ConnectProxy(ServerSocket listener, Optional<String> credentials) {
    this.listener = listener;
    this.credentials =
        credentials.map(text ->
            "Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    Thread.ofVirtual().start(this::accept);
  }

  static ConnectProxy start(Optional<String> credentials) throws IOException {
    return new ConnectProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), credentials);
  }

  int port() {
    return listener.getLocalPort();
  }

  /** Where clients wanted to go, as they wrote it. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        Thread.ofVirtual().start(() -> serve(client));
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private void serve(Socket client) {
    try (client) {
      HttpRequest request = HttpRequest.read(client.getInputStream());
      asked.add(request.line());
      String[] words = request.line().split(" ", -1);
      if (credentials.isPresent() && !credentials.equals(request.header("Proxy-Authorization"))) {
        say(
            client,
            "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=corp\r\n"
                + "Content-Length: 0");
      } else if (!words[0].equals("CONNECT")) {
        say(client, "405 Method Not Allowed\r\nContent-Length: 0");
      } else {
        relay(client, Integer.parseInt(words[1].substring(words[1].lastIndexOf(':') + 1)));
      }
    } catch (IOException gone) {
      // so is the test
    }
  }

  private static void relay(Socket client, int port) throws IOException {
    try (Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
      say(client, "200 Connection established");
      Thread.ofVirtual().start(() -> pump(server, client));
      pump(client, server);
    }
  }

  private static void pump(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException gone) {
      // the other side has ended it
    }
  }

  private static void say(Socket client, String status) throws IOException {
    client
        .getOutputStream()
        .write(("HTTP/1.1 " + status + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
