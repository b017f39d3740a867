package io.goldenpath.inference.chat;

import io.goldenpath.framing.Framing;
import io.goldenpath.framing.FramingConnection;
import io.goldenpath.framing.Incoming;
import io.goldenpath.har.RecordedFrame;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes messages of the frames of one socket, those of the server by the framing itself. */
abstract class FrameDecoder {

  private final FramingConnection connection;

  FrameDecoder(Framing framing) {
    connection = framing.connection(_ -> null);
    connection.due(0);
  }

  abstract RecordedFraming framing();

  /** A message that the browser sent; empty where the frame is the framing's own. */
  abstract Optional<ChatMessage> sent(RecordedFrame frame);

  /** The frame with the ids that our side of the framing has given. */
  String received(String frame) {
    return frame;
  }

  final FramingConnection connection() {
    return connection;
  }

  final List<ChatMessage> decode(List<RecordedFrame> frames) {
    List<ChatMessage> messages = new ArrayList<>();
    for (RecordedFrame frame : frames) {
      if (frame.sent()) {
        sent(frame).ifPresent(messages::add);
      } else {
        messages.addAll(received(frame));
      }
    }
    return messages;
  }

  private List<ChatMessage> received(RecordedFrame frame) {
    List<Incoming> parts =
        frame.binary()
            ? connection.unwrap(ByteBuffer.wrap(frame.text().getBytes(StandardCharsets.UTF_8)), 0)
            : connection.unwrap(received(frame.text()), 0);
    connection.due(0);
    return parts.stream()
        .filter(Incoming.Message.class::isInstance)
        .map(Incoming.Message.class::cast)
        .map(message -> new ChatMessage(false, frame.at(), message.body(), message.envelope()))
        .toList();
  }
}
