package io.goldenpath.framing.socketio;

import io.goldenpath.framing.BinaryFrames;
import io.goldenpath.framing.CloseCodes;
import io.goldenpath.framing.Framing;
import io.goldenpath.framing.FramingConnection;
import io.goldenpath.framing.MessageTemplate;
import io.goldenpath.model.target.TemplateValues;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Socket.IO 5 over Engine.IO 4, over WebSocket alone, in one namespace. */
public final class SocketIoFraming implements Framing {

  /** A packet that cannot be parsed ends the connection, with no code or one of these. */
  private static final CloseCodes CLOSE_CODES =
      new CloseCodes(Set.of(), Set.of(), Set.of(1000, 1005), Map.of());

  private static final Map<String, String> QUERY = Map.of("EIO", "4", "transport", "websocket");

  private final String namespace;
  private final @Nullable MessageTemplate connect;
  private final BinaryFrames binary;

  /**
   * A framing of this handshake.
   *
   * @param namespace Where the events are; {@code /} is the main one.
   * @param connect Payload of CONNECT; null for none.
   * @param binary What becomes of attachments: they are not read, or are a fault.
   */
  public SocketIoFraming(String namespace, @Nullable MessageTemplate connect, BinaryFrames binary) {
    if (!namespace.startsWith("/") || namespace.contains(",")) {
      throw new IllegalArgumentException(
          "a namespace begins with / and has no comma, but this is '" + namespace + "'");
    }
    this.namespace = namespace;
    this.connect = connect;
    this.binary = binary;
  }

  @Override
  public FramingConnection connection(TemplateValues values) {
    String payload = connect == null ? "" : connect.fill(values);
    return new EngineConnection(
        payload, new NamespaceConnection(namespace, new Attachments(binary)));
  }

  @Override
  public Map<String, String> query() {
    return QUERY;
  }

  @Override
  public CloseCodes closeCodes() {
    return CLOSE_CODES;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SocketIoFraming that
        && namespace.equals(that.namespace)
        && Objects.equals(connect, that.connect)
        && binary == that.binary;
  }

  @Override
  public int hashCode() {
    return Objects.hash(namespace, connect, binary);
  }
}
