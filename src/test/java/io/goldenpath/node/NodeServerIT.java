package io.goldenpath.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class NodeServerIT {

  private static final int MILLIS = 2_000;

  @Test
  void listensUntilItIsClosed() throws Exception {
    NodeServer server = NodeServer.start("socketio-chat.mjs");
    try (server;
        Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()), MILLIS);

      assertThat(socket.isConnected()).isTrue();
    }

    try (Socket socket = new Socket()) {
      assertThatThrownBy(() ->
              socket.connect(
                  new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()), MILLIS))
          .isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void tellsThatAScriptEndedBeforeItListened() {
    NodeServer.node();

    assertThatThrownBy(() -> NodeServer.start("no-such-server.mjs"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("did not say its port");
  }
}
