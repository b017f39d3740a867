package io.goldenpath.settings.dialect;

import static java.util.Objects.requireNonNullElse;

import io.goldenpath.framing.Framing;
import io.goldenpath.framing.json.JsonFraming;
import io.goldenpath.settings.keys.DialectProperties.FramingProperties;
import io.goldenpath.settings.keys.DialectProperties.FramingType;
import io.goldenpath.settings.mistakes.SettingKey;
import java.util.Locale;
import java.util.Map;

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
    return new JsonFraming();
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
