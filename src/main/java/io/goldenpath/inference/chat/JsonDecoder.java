package io.goldenpath.inference.chat;

import io.goldenpath.framing.BinaryFrames;
import io.goldenpath.framing.FrameJson;
import io.goldenpath.framing.Incoming.Envelope;
import io.goldenpath.framing.json.JsonFraming;
import io.goldenpath.framing.json.MessageSplit;
import io.goldenpath.har.RecordedFrame;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Plain JSON, one message in a frame or several. */
final class JsonDecoder extends FrameDecoder {

  private static final String RECORD_SEPARATOR = "\u001e";

  private final RecordedFraming.Json framing;

  private JsonDecoder(RecordedFraming.Json framing, MessageSplit split) {
    super(
        new JsonFraming(
            split, List.of(), framing.binary() ? BinaryFrames.TEXT : BinaryFrames.IGNORE));
    this.framing = framing;
  }

  static JsonDecoder of(List<RecordedFrame> frames) {
    List<RecordedFrame> received = frames.stream().filter(frame -> !frame.sent()).toList();
    boolean binary =
        received.stream()
            .anyMatch(frame -> frame.binary() && FrameJson.read(frame.text()).isPresent());
    if (any(received, text -> text.endsWith(RECORD_SEPARATOR))) {
      return new JsonDecoder(
          new RecordedFraming.Json(RECORD_SEPARATOR, binary),
          new MessageSplit.Terminator(RECORD_SEPARATOR));
    }
    if (any(received, JsonDecoder::holdsLines)) {
      return new JsonDecoder(new RecordedFraming.Json("lines", binary), new MessageSplit.Lines());
    }
    boolean lists = !received.isEmpty() && received.stream().allMatch(JsonDecoder::holdsList);
    return lists
        ? new JsonDecoder(new RecordedFraming.Json("array", binary), new MessageSplit.Array())
        : new JsonDecoder(new RecordedFraming.Json("none", binary), new MessageSplit.None());
  }

  private static boolean any(List<RecordedFrame> frames, Predicate<String> wanted) {
    return frames.stream().map(RecordedFrame::text).anyMatch(wanted);
  }

  private static boolean holdsLines(String text) {
    List<String> lines = text.strip().lines().toList();
    return lines.size() > 1 && lines.stream().allMatch(JsonDecoder::isObject);
  }

  private static boolean isObject(String text) {
    return FrameJson.read(text).filter(JsonNode::isObject).isPresent();
  }

  private static boolean holdsList(RecordedFrame frame) {
    return FrameJson.read(frame.text())
        .filter(JsonNode::isArray)
        .filter(list -> list.valueStream().allMatch(JsonNode::isObject))
        .isPresent();
  }

  @Override
  RecordedFraming framing() {
    return framing;
  }

  @Override
  Optional<ChatMessage> sent(RecordedFrame frame) {
    String text = frame.text().replace(RECORD_SEPARATOR, "").strip();
    JsonNode read = FrameJson.read(text).orElseGet(() -> StringNode.valueOf(text));
    JsonNode body =
        framing.split().equals("array") && read.size() == 1 && read.isArray() ? read.get(0) : read;
    return Optional.of(new ChatMessage(true, frame.at(), body, Envelope.NONE));
  }
}
