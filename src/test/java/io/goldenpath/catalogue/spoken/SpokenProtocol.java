package io.goldenpath.catalogue.spoken;

import java.util.List;
import java.util.function.Supplier;

/** Protocols in which the platform can be made to speak. */
public enum SpokenProtocol {
  /** As it speaks by itself. */
  JSON("json", "", PlainJson::new),
  SOCKET_IO("socket-io", "", SpokenSocketIo::new),
  STOMP("stomp", "v12.stomp", SpokenStomp::new),
  GRAPHQL("graphql-transport-ws", "graphql-transport-ws", SpokenGraphQl::new);

  private final String label;
  private final String subprotocol;
  private final Supplier<SpokenFraming> connections;

  SpokenProtocol(String label, String subprotocol, Supplier<SpokenFraming> connections) {
    this.label = label;
    this.subprotocol = subprotocol;
    this.connections = connections;
  }

  /** The name that settings give it. */
  public String label() {
    return label;
  }

  /** What the upgrade agrees on; empty for none. */
  public String subprotocol() {
    return subprotocol;
  }

  /** The state of a new connection. */
  public SpokenFraming connection() {
    return connections.get();
  }

  private record PlainJson() implements SpokenFraming {

    @Override
    public Passed received(String frame) {
      return Passed.on(frame);
    }

    @Override
    public List<String> said(String text) {
      return List.of(text);
    }
  }
}
