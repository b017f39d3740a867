package io.goldenpath.inference.chat;

import io.goldenpath.framing.FrameJson;
import io.goldenpath.har.RecordedFrame;
import io.goldenpath.har.RecordedWebSocket;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Tells a socket's framing by its subprotocol, its address and its first frames. */
final class FramingRecognition {

  private static final Pattern STOMP =
      Pattern.compile("(?:CONNECT|STOMP)\\r?\\n.*", Pattern.DOTALL);
  private static final Pattern ENGINE_IO = Pattern.compile("0\\{\"sid\".*", Pattern.DOTALL);

  private FramingRecognition() {}

  static FrameDecoder decoder(RecordedWebSocket socket) {
    List<RecordedFrame> frames = socket.frames();
    String subprotocol =
        String.join(",", socket.response().all("sec-websocket-protocol"))
            + String.join(",", socket.request().all("sec-websocket-protocol"));
    if (subprotocol.contains("graphql-transport-ws")
        || first(frames, true, FramingRecognition::isConnectionInit)) {
      return GraphQlDecoder.of(frames);
    }
    if (subprotocol.contains(".stomp") || first(frames, true, STOMP.asMatchPredicate())) {
      return StompFrames.of(frames);
    }
    if (socket.url().contains("EIO=4") || first(frames, false, ENGINE_IO.asMatchPredicate())) {
      return SocketIoDecoder.of(frames);
    }
    return JsonDecoder.of(frames);
  }

  private static boolean isConnectionInit(String text) {
    return FrameJson.read(text)
        .filter(message -> GraphQlDecoder.type(message).equals("connection_init"))
        .isPresent();
  }

  private static boolean first(List<RecordedFrame> frames, boolean sent, Predicate<String> wanted) {
    return frames.stream()
        .filter(frame -> frame.sent() == sent)
        .findFirst()
        .map(RecordedFrame::text)
        .filter(wanted)
        .isPresent();
  }
}
