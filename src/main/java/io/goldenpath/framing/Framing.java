package io.goldenpath.framing;

import io.goldenpath.model.target.TemplateValues;
import java.util.List;
import java.util.Map;

/** A protocol between the WebSocket and a platform's messages, such as Socket.IO or STOMP. */
@FunctionalInterface
public interface Framing {

  /**
   * State of one new connection.
   *
   * @param values What fills the templates of what the framing itself sends, such as a token.
   */
  FramingConnection connection(TemplateValues values);

  /** Name of the protocol whose handshake opens a connection; empty where there is no handshake. */
  default String protocol() {
    return "";
  }

  /** Parameters that the socket's address gets where it lacks them. */
  default Map<String, String> query() {
    return Map.of();
  }

  /** Subprotocols that the upgrade offers, before those of the settings. */
  default List<String> subprotocols() {
    return List.of();
  }

  /** What this protocol's own close codes mean. */
  default CloseCodes closeCodes() {
    return CloseCodes.NONE;
  }
}
