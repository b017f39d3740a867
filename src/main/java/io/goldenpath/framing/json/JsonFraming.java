package io.goldenpath.framing.json;

import io.goldenpath.framing.BinaryFrames;
import io.goldenpath.framing.FrameJson;
import io.goldenpath.framing.Framing;
import io.goldenpath.framing.FramingConnection;
import io.goldenpath.framing.Incoming;
import io.goldenpath.framing.Incoming.Message;
import io.goldenpath.framing.Outgoing;
import io.goldenpath.model.target.TemplateValues;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.node.StringNode;

/**
 * Text frames of JSON, each one message unless they are split. Without state, so that all
 * connections share it.
 */
public final class JsonFraming implements Framing, FramingConnection {

  private final MessageSplit split;
  private final NestedJson nested;
  private final BinaryFrames binary;
  private final PlainText plainText;

  /** Each frame is JSON, and anything else is a fault. */
  public JsonFraming() {
    this(new MessageSplit.None(), List.of(), BinaryFrames.FAIL, PlainText.FAIL);
  }

  /** Text that is no JSON, such as a bare {@code pong}, is a message as well. */
  public JsonFraming(MessageSplit split, List<JsonPointer> nested, BinaryFrames binary) {
    this(split, nested, binary, PlainText.MESSAGE);
  }

  private JsonFraming(
      MessageSplit split, List<JsonPointer> nested, BinaryFrames binary, PlainText plainText) {
    this.split = split;
    this.nested = new NestedJson(nested);
    this.binary = binary;
    this.plainText = plainText;
  }

  @Override
  public FramingConnection connection(TemplateValues values) {
    return this;
  }

  @Override
  public String wrap(Outgoing message, long nanos) {
    return split.frame(message.text());
  }

  @Override
  public List<Incoming> unwrap(String frame, long nanos) {
    List<String> parts = split.parts(frame);
    return switch (parts.size()) {
      case 0 -> List.of(new Incoming.Noise("empty frame"));
      case 1 -> List.of(message(parts.getFirst()));
      default -> parts.stream().map(this::message).toList();
    };
  }

  private Incoming message(String text) {
    return FrameJson.read(text)
        .<Incoming>map(json -> new Message(nested.read(json), text))
        .orElseGet(() -> plainText.read(text));
  }

  @Override
  public List<Incoming> unwrap(ByteBuffer frame, long nanos) {
    return switch (binary) {
      case IGNORE -> List.of(new Incoming.Noise("binary frame"));
      case FAIL -> FramingConnection.super.unwrap(frame, nanos);
      case TEXT -> decoded(frame, nanos);
    };
  }

  private List<Incoming> decoded(ByteBuffer frame, long nanos) {
    try {
      return unwrap(StandardCharsets.UTF_8.newDecoder().decode(frame).toString(), nanos);
    } catch (CharacterCodingException _) {
      return List.of(new Incoming.Broken("it is binary, and no text in UTF-8"));
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JsonFraming that
        && split.equals(that.split)
        && nested.equals(that.nested)
        && binary == that.binary
        && plainText == that.plainText;
  }

  @Override
  public int hashCode() {
    return Objects.hash(split, nested, binary, plainText);
  }

  /** What text that is no JSON is taken for. */
  private enum PlainText {
    MESSAGE,
    FAIL;

    private Incoming read(String text) {
      return this == FAIL || FrameJson.isMeant(text)
          ? new Incoming.Broken("it is not JSON")
          : new Message(StringNode.valueOf(text), text);
    }
  }
}
