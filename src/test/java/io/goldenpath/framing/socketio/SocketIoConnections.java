package io.goldenpath.framing.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.framing.BinaryFrames;
import io.goldenpath.framing.FramingConnection;
import io.goldenpath.framing.Incoming;
import io.goldenpath.framing.Incoming.Broken;
import io.goldenpath.framing.Incoming.Message;
import io.goldenpath.model.target.TemplateValues;
import java.nio.ByteBuffer;
import java.util.List;

/** Connections in the namespace /chat. */
final class SocketIoConnections {

  static final String OPEN =
      "0{\"sid\":\"e\",\"upgrades\":[],\"pingInterval\":3000,\"pingTimeout\":2000,\"maxPayload\":100000}";
  static final String CONNECTED = "40/chat,{\"sid\":\"s\"}";
  static final ByteBuffer BYTES = ByteBuffer.wrap(new byte[16]);

  private SocketIoConnections() {}

  static FramingConnection fresh() {
    return new SocketIoFraming("/chat", null, BinaryFrames.IGNORE).connection(TemplateValues.NONE);
  }

  /** CONNECT is sent and not answered. */
  static FramingConnection asked() {
    FramingConnection connection = fresh();
    connection.unwrap(OPEN, 0);
    assertThat(connection.due(0)).containsExactly("40/chat,");
    return connection;
  }

  static FramingConnection connected() {
    FramingConnection connection = asked();
    connection.unwrap(CONNECTED, 0);
    return connection;
  }

  static Message message(List<Incoming> parts) {
    assertThat(parts).singleElement().isInstanceOf(Message.class);
    return (Message) parts.getFirst();
  }

  static String broken(String frame) {
    List<Incoming> parts = connected().unwrap(frame, 0);
    assertThat(parts).singleElement().isInstanceOf(Broken.class);
    return ((Broken) parts.getFirst()).reason();
  }
}
