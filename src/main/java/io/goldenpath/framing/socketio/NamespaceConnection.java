package io.goldenpath.framing.socketio;

import io.goldenpath.framing.Incoming;
import io.goldenpath.framing.Incoming.Broken;
import io.goldenpath.framing.Incoming.Envelope;
import io.goldenpath.framing.Incoming.Message;
import io.goldenpath.framing.Incoming.Misplaced;
import io.goldenpath.framing.Outgoing;
import io.goldenpath.framing.socketio.Acknowledgements.Answer;
import io.goldenpath.model.finding.Excerpt;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Socket.IO of one connection: its namespace, and the events and acknowledgements in it. */
final class NamespaceConnection {

  private static final String DEFAULT_EVENT = "message";

  private enum State {
    NEW,
    ASKED,
    CONNECTED,
    ENDED
  }

  private final String namespace;
  private final String prefix;
  private final Attachments attachments;
  private final Acknowledgements acknowledgements = new Acknowledgements();
  private State state = State.NEW;
  private Map<String, String> limits = Map.of();
  private @Nullable String acknowledgement;

  NamespaceConnection(String namespace, Attachments attachments) {
    this.namespace = namespace;
    this.prefix = namespace.equals("/") ? "" : namespace + ",";
    this.attachments = attachments;
  }

  boolean established() {
    return state == State.CONNECTED;
  }

  /** Bytes that the server takes in one packet, where it says so. */
  void limit(JsonNode maxPayload) {
    if (maxPayload.isIntegralNumber()) {
      limits = Map.of("maxPayload", maxPayload.asString());
    }
  }

  String connect(String payload) {
    state = State.ASKED;
    return "0" + prefix + payload;
  }

  String disconnect() {
    return "1" + prefix;
  }

  String event(Outgoing message) {
    String name = message.name().isEmpty() ? DEFAULT_EVENT : message.name();
    String id = message.acknowledged() ? String.valueOf(acknowledgements.ask(name)) : "";
    String quoted = new String(JsonStringEncoder.getInstance().quoteAsCharArray(name));
    String arguments = message.text().isEmpty() ? "" : "," + message.text();
    return "2" + prefix + id + "[\"" + quoted + "\"" + arguments + "]";
  }

  /** The acknowledgement that an event has asked for, once. */
  Optional<String> acknowledgement() {
    Optional<String> due = Optional.ofNullable(acknowledgement);
    acknowledgement = null;
    return due;
  }

  List<Incoming> attached() {
    return attachments.arrived();
  }

  List<Incoming> received(Packet packet, String frame) {
    if (attachments.due()) {
      return List.of(new Misplaced("a packet came in place of a binary attachment"));
    }
    if (!packet.namespace().equals(namespace)) {
      return attachments.await(packet, new Incoming.Noise("packet of another namespace"));
    }
    return switch (packet.type()) {
      case CONNECT -> List.of(connected(packet, frame));
      case DISCONNECT -> disconnected();
      case CONNECT_ERROR -> List.of(refused(packet.payload()));
      case EVENT, BINARY_EVENT -> inConnection(packet, event(packet, frame));
      case ACK, BINARY_ACK -> inConnection(packet, acknowledged(packet, frame));
    };
  }

  private Incoming connected(Packet packet, String frame) {
    if (!packet.payload().path("sid").isString()) {
      return new Misplaced("CONNECT has no sid, as in Socket.IO 2");
    }
    if (state != State.ASKED) {
      return new Misplaced("CONNECT was answered " + (state == State.NEW ? "unasked" : "twice"));
    }
    state = State.CONNECTED;
    return new Message(packet.payload(), frame, new Envelope("connect", List.of(), null, limits));
  }

  private List<Incoming> disconnected() {
    if (state != State.CONNECTED) {
      return List.of(new Misplaced("DISCONNECT came without a connection"));
    }
    state = State.ENDED;
    String what = "the server disconnected us from namespace " + namespace;
    return List.of(new Incoming.Closing(what), new Incoming.Missed(what));
  }

  private Incoming refused(JsonNode payload) {
    if (state != State.ASKED) {
      return new Misplaced("CONNECT_ERROR came without a CONNECT to refuse");
    }
    state = State.ENDED;
    JsonNode message = payload.isString() ? payload : payload.path("message");
    String reason = message.isString() ? message.stringValue() : "";
    return new Incoming.Refused(
        reason.isBlank() ? "CONNECT_ERROR without a message" : Excerpt.of(reason), payload);
  }

  private List<Incoming> inConnection(Packet packet, Incoming found) {
    return state == State.CONNECTED
        ? attachments.await(packet, found)
        : List.of(new Misplaced(packet.type() + " came before CONNECT was accepted"));
  }

  private Incoming event(Packet packet, String frame) {
    JsonNode name = packet.payload().path(0);
    if (!packet.payload().isArray() || !(name.isString() || name.isNumber())) {
      return new Broken("its event is no list that begins with a name");
    }
    if (packet.id() != null) {
      acknowledgement = "3" + prefix + packet.id() + "[]";
    }
    List<JsonNode> arguments = packet.payload().valueStream().skip(1).toList();
    return new Message(
        first(arguments), frame, new Envelope(name.asString(), arguments, null, Map.of()));
  }

  private Incoming acknowledged(Packet packet, String frame) {
    if (!packet.payload().isArray()) {
      return new Broken("its acknowledgement is no list");
    }
    List<JsonNode> values = packet.payload().valueStream().toList();
    return switch (acknowledgements.answered(packet.id())) {
      case Answer.Of(String event) ->
          new Message(first(values), frame, new Envelope(event, List.of(), values, Map.of()));
      case Answer.Earlier() -> new Incoming.Noise("acknowledgement of an earlier event");
      case Answer.Repeated() -> new Misplaced("an event was acknowledged twice");
      case Answer.Unasked() -> new Misplaced("an acknowledgement came that nobody asked for");
    };
  }

  private static JsonNode first(List<JsonNode> values) {
    return values.isEmpty() ? MissingNode.getInstance() : values.getFirst();
  }
}
