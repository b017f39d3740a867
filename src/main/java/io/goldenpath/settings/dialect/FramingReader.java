package io.goldenpath.settings.dialect;

import static java.util.Objects.requireNonNullElse;

import io.goldenpath.framing.BinaryFrames;
import io.goldenpath.framing.Framing;
import io.goldenpath.framing.MessageTemplate;
import io.goldenpath.framing.graphql.GraphQlFraming;
import io.goldenpath.framing.json.JsonFraming;
import io.goldenpath.framing.json.MessageSplit;
import io.goldenpath.framing.socketio.SocketIoFraming;
import io.goldenpath.framing.stomp.StompFraming;
import io.goldenpath.model.target.Secret;
import io.goldenpath.settings.keys.DialectProperties.FramingProperties;
import io.goldenpath.settings.keys.DialectProperties.FramingType;
import io.goldenpath.settings.keys.JsonTemplate;
import io.goldenpath.settings.mistakes.SettingKey;
import io.goldenpath.settings.request.CaptureReader;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/** Reads the protocol between the WebSocket and the messages. */
record FramingReader(SettingKey at, FramingProperties written, TemplateReader templates) {

  /** Keys of one type of framing each. */
  private static final Map<String, FramingType> OWNERS =
      Map.of(
          "split", FramingType.JSON,
          "nested", FramingType.JSON,
          "namespace", FramingType.SOCKET_IO,
          "subscribe", FramingType.STOMP,
          "heart-beat", FramingType.STOMP);

  FramingType type() {
    return requireNonNullElse(written.type(), FramingType.JSON);
  }

  Framing framing() {
    rejectForeignKeys();
    return switch (type()) {
      case JSON -> new JsonFraming(split(), nested(), binary());
      case SOCKET_IO -> socketIo();
      case STOMP -> stomp();
      case GRAPHQL_TRANSPORT_WS -> new GraphQlFraming(connect());
    };
  }

  private BinaryFrames binary() {
    return requireNonNullElse(written.binary(), BinaryFrames.IGNORE);
  }

  private MessageSplit split() {
    String split = requireNonNullElse(written.json().split(), "none");
    return switch (split) {
      case "none" -> new MessageSplit.None();
      case "lines" -> new MessageSplit.Lines();
      case "array" -> new MessageSplit.Array();
      case "" -> {
        at.child("split").wrong("expected none, lines, array, or the text that ends a message");
        yield new MessageSplit.None();
      }
      default -> new MessageSplit.Terminator(split);
    };
  }

  private List<JsonPointer> nested() {
    List<String> pointers = requireNonNullElse(written.json().nested(), List.of());
    return at
        .child("nested")
        .each(pointers, (key, pointer) -> CaptureReader.jsonPointer(key, pointer))
        .stream()
        .filter(Objects::nonNull)
        .map(JsonPointer::compile)
        .toList();
  }

  private @Nullable MessageTemplate connect() {
    return written.connect() == null
        ? null
        : templates.json(at.child("connect"), written.connect());
  }

  private Framing socketIo() {
    if (binary() == BinaryFrames.TEXT) {
      at.child("binary").wrong("expected ignore or fail: attachments of Socket.IO are not read");
    }
    try {
      return new SocketIoFraming(requireNonNullElse(written.namespace(), "/"), connect(), binary());
    } catch (IllegalArgumentException wrong) {
      at.child("namespace").wrong("%s", wrong.getMessage());
      return new JsonFraming();
    }
  }

  private Framing stomp() {
    try {
      return new StompFraming(
          headers(), written.stomp().subscribe(), heartBeat(written.stomp().heartBeat()));
    } catch (IllegalArgumentException wrong) {
      at.wrong("%s", wrong.getMessage());
      return new JsonFraming();
    }
  }

  private Map<String, MessageTemplate> headers() {
    JsonTemplate connect = written.connect();
    if (connect == null) {
      return Map.of();
    }
    SettingKey key = at.child("connect");
    if (connect.isText()) {
      key.wrong("expected headers of CONNECT by their name, and no text");
      return Map.of();
    }
    Map<String, Secret> texts = new LinkedHashMap<>();
    connect.forEach((name, value) -> texts.put(name, Secret.of(String.valueOf(value))));
    return templates.texts(key, texts);
  }

  private static Duration heartBeat(@Nullable Duration written) {
    return written == null ? Duration.ZERO : written;
  }

  /** As settings write it. */
  static String label(FramingType type) {
    return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void rejectForeignKeys() {
    OWNERS.forEach((key, owner) -> {
      if (owner != type()) {
        at.child(key)
            .wrongIfWritten(
                "belongs to framing type %s, but the type is %s"
                    .formatted(label(owner), label(type())));
      }
    });
    if (type() == FramingType.JSON) {
      at.child("connect")
          .wrongIfWritten("type json sends nothing of its own: send it in the opening");
    }
  }
}
