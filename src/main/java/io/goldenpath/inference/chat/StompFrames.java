package io.goldenpath.inference.chat;

import io.goldenpath.framing.FrameJson;
import io.goldenpath.framing.Incoming.Envelope;
import io.goldenpath.framing.stomp.StompFraming;
import io.goldenpath.har.RecordedFrame;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.StringNode;

/** STOMP with the subscriptions that the browser makes. */
final class StompFrames extends FrameDecoder {

  /** What the framing writes into CONNECT itself. */
  private static final Set<String> OURS = Set.of("accept-version", "heart-beat", "host");

  private final RecordedFraming.Stomp framing;

  private StompFrames(RecordedFraming.Stomp framing) {
    super(new StompFraming(Map.of(), framing.subscribe(), framing.heartBeat()));
    this.framing = framing;
  }

  static StompFrames of(List<RecordedFrame> frames) {
    Map<String, String> connect = new LinkedHashMap<>();
    Map<String, String> subscribe = new LinkedHashMap<>();
    for (RecordedFrame frame : frames) {
      SentFrame sent = SentFrame.of(frame.text());
      if (frame.sent() && (sent.command().equals("CONNECT") || sent.command().equals("STOMP"))) {
        connect.putAll(sent.headers());
      } else if (frame.sent() && sent.command().equals("SUBSCRIBE")) {
        subscribe.put(
            sent.headers().getOrDefault("id", ""), sent.headers().getOrDefault("destination", ""));
      }
    }
    String beat = connect.getOrDefault("heart-beat", "0,0").replaceFirst(",.*", "").strip();
    connect.keySet().removeAll(OURS);
    return new StompFrames(
        new RecordedFraming.Stomp(
            connect,
            subscribe,
            Duration.ofMillis(beat.matches("\\d{1,7}") ? Long.parseLong(beat) : 0)));
  }

  @Override
  RecordedFraming framing() {
    return framing;
  }

  @Override
  Optional<ChatMessage> sent(RecordedFrame frame) {
    SentFrame sent = SentFrame.of(frame.text());
    if (!sent.command().equals("SEND")) {
      return Optional.empty();
    }
    Map<String, String> headers = new LinkedHashMap<>(sent.headers());
    String destination = headers.getOrDefault("destination", "");
    headers.keySet().removeAll(Set.of("destination", "content-length"));
    return Optional.of(
        new ChatMessage(
            true,
            frame.at(),
            FrameJson.read(sent.body()).orElseGet(() -> StringNode.valueOf(sent.body())),
            new Envelope(destination, List.of(), null, headers)));
  }

  /** A frame of the browser. */
  private record SentFrame(String command, Map<String, String> headers, String body) {

    static SentFrame of(String text) {
      String frame = text.stripLeading().replace("\r\n", "\n").replace("\0", "");
      int end = frame.indexOf("\n\n");
      String head = end < 0 ? frame : frame.substring(0, end);
      return new SentFrame(
          head.lines().findFirst().orElse(""),
          head.lines()
              .skip(1)
              .map(line -> line.split(":", 2))
              .filter(parts -> parts.length == 2)
              .collect(
                  Collectors.toMap(
                      parts -> parts[0],
                      parts -> plain(parts[1]),
                      (first, _) -> first,
                      LinkedHashMap::new)),
          end < 0 ? "" : frame.substring(end + 2));
    }

    private static String plain(String value) {
      return value
          .replace("\\c", ":")
          .replace("\\n", "\n")
          .replace("\\r", "\r")
          .replace("\\\\", "\\");
    }
  }
}
