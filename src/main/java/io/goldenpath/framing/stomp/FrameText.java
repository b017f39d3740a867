package io.goldenpath.framing.stomp;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.StringNode;

/** Texts of frames: bytes to UTF-8, and a body to JSON. */
final class FrameText {

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(64).build())
                  .build())
          .build();

  /** Stands for what is no UTF-8, unless it is there itself. */
  private static final char REPLACEMENT = '\uFFFD';

  private FrameText() {}

  /** Null where they are no UTF-8. */
  static @Nullable String of(byte[] bytes, int from, int to) {
    String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    return text.indexOf(REPLACEMENT) < 0 ? text : strictly(bytes, from, to);
  }

  private static @Nullable String strictly(byte[] bytes, int from, int to) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, from, to - from))
          .toString();
    } catch (CharacterCodingException _) {
      return null;
    }
  }

  /** Null where they are no UTF-8 although they say that they are text; else as well as it goes. */
  static @Nullable String ofBody(byte[] bytes, int from, int to, String contentType) {
    String type = contentType.toLowerCase(Locale.ROOT);
    return type.isEmpty() || type.startsWith("text/") || type.contains("json")
        ? of(bytes, from, to)
        : new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  /** A text where it is no JSON, a missing node where it is empty. */
  static JsonNode json(String body) {
    if (body.isEmpty()) {
      return MissingNode.getInstance();
    }
    try {
      return JSON.readTree(body);
    } catch (JacksonException _) {
      return StringNode.valueOf(body);
    }
  }
}
