package io.goldenpath.framing.socketio;

import io.goldenpath.framing.FrameJson;
import io.goldenpath.framing.FramingConnection;
import io.goldenpath.framing.Incoming;
import io.goldenpath.framing.Incoming.Broken;
import io.goldenpath.framing.Incoming.Misplaced;
import io.goldenpath.framing.Outgoing;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Engine.IO of one connection: its opening, the server's pings, and the packets it carries. */
final class EngineConnection implements FramingConnection {

  private static final char OPEN = '0';
  private static final char MESSAGE = '4';
  private static final String PONG = "3";

  /** More answers than these at once are left out. */
  private static final int MOST_DUE = 64;

  private final String connect;
  private final NamespaceConnection namespace;
  private final List<String> due = new ArrayList<>();
  private @Nullable Pings pings;

  EngineConnection(String connect, NamespaceConnection namespace) {
    this.connect = connect;
    this.namespace = namespace;
  }

  @Override
  public boolean established() {
    return namespace.established();
  }

  @Override
  public String wrap(Outgoing message, long nanos) {
    return MESSAGE + namespace.event(message);
  }

  @Override
  public List<Incoming> unwrap(String frame, long nanos) {
    if (frame.isEmpty()) {
      return List.of(new Broken("it is empty"));
    }
    char type = frame.charAt(0);
    String rest = frame.substring(1);
    if (type == OPEN) {
      return List.of(opened(rest, nanos));
    }
    if (type < OPEN || type > '6') {
      return List.of(new Broken("it does not begin with the type of an Engine.IO packet"));
    }
    return pings == null
        ? List.of(new Misplaced("a packet came before Engine.IO was opened"))
        : packet(type, rest, pings, nanos);
  }

  private Incoming opened(String json, long nanos) {
    if (pings != null) {
      return new Misplaced("Engine.IO was opened twice");
    }
    JsonNode open = FrameJson.read(json).filter(JsonNode::isObject).orElse(null);
    if (open == null) {
      return new Broken("Engine.IO's open packet is no JSON object");
    }
    Optional<Pings> promised = Pings.of(open, nanos);
    if (promised.isEmpty()) {
      return new Broken("its pingInterval and pingTimeout are not between 1 ms and 1 day");
    }
    pings = promised.get();
    namespace.limit(open.path("maxPayload"));
    due.add(MESSAGE + namespace.connect(connect));
    return new Incoming.Noise("Engine.IO open");
  }

  private List<Incoming> packet(char type, String rest, Pings opened, long nanos) {
    return switch (type) {
      case '1' -> List.of(new Incoming.Closing("the server closes Engine.IO"));
      case '2' -> List.of(pinged(rest, opened, nanos));
      case MESSAGE -> message(rest);
      case '6' -> List.of(new Incoming.Noise("Engine.IO noop"));
      default -> List.of(new Misplaced("a server does not send Engine.IO packets of type " + type));
    };
  }

  private Incoming pinged(String data, Pings opened, long nanos) {
    if (!data.isEmpty()) {
      return new Broken("its ping carries data");
    }
    opened.pinged(nanos);
    answer(PONG);
    return new Incoming.Heartbeat();
  }

  private List<Incoming> message(String text) {
    Packet packet = Packet.read(text).orElse(null);
    if (packet == null) {
      return List.of(new Broken("it is no Socket.IO packet"));
    }
    List<Incoming> found = namespace.received(packet, MESSAGE + text);
    namespace.acknowledgement().ifPresent(answer -> answer(MESSAGE + answer));
    return found;
  }

  private void answer(String frame) {
    if (due.size() < MOST_DUE) {
      due.add(frame);
    }
  }

  @Override
  public List<Incoming> unwrap(ByteBuffer frame, long nanos) {
    List<Incoming> found = namespace.attached();
    namespace.acknowledgement().ifPresent(answer -> answer(MESSAGE + answer));
    return found;
  }

  @Override
  public List<String> due(long nanos) {
    List<String> frames = List.copyOf(due);
    due.clear();
    return frames;
  }

  @Override
  public List<Incoming> elapsed(long nanos) {
    return pings == null
        ? List.of()
        : pings.missed(nanos).<List<Incoming>>map(List::of).orElse(List.of());
  }

  @Override
  public Optional<Duration> heartbeat() {
    return Optional.ofNullable(pings).map(Pings::timeout);
  }

  @Override
  public OptionalLong next() {
    return pings == null ? OptionalLong.empty() : pings.next();
  }

  @Override
  public List<String> closing() {
    return namespace.established() ? List.of(MESSAGE + namespace.disconnect()) : List.of();
  }
}
