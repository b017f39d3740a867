package io.goldenpath.inference.chat;

import io.goldenpath.framing.BinaryFrames;
import io.goldenpath.framing.FrameJson;
import io.goldenpath.framing.Incoming.Envelope;
import io.goldenpath.framing.Outgoing;
import io.goldenpath.framing.socketio.SocketIoFraming;
import io.goldenpath.har.RecordedFrame;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Socket.IO in the first namespace that the browser joins. */
final class SocketIoDecoder extends FrameDecoder {

  private static final Pattern CONNECT =
      Pattern.compile("40(?<namespace>/[^,{]*)?,?(?<payload>.*)");
  private static final Pattern EVENT =
      Pattern.compile(
          "4[25](?:\\d+-)?(?<namespace>/[^,]*,)?(?<id>\\d+)?(?<list>\\[.*)", Pattern.DOTALL);
  private static final Pattern ACKNOWLEDGEMENT =
      Pattern.compile(
          "(?<head>4[36](?:\\d+-)?(?:/[^,]*,)?)(?<id>\\d+)(?<rest>\\[.*)", Pattern.DOTALL);

  private final RecordedFraming.SocketIo framing;
  private final Map<String, String> ids = new HashMap<>();

  private SocketIoDecoder(RecordedFraming.SocketIo framing) {
    super(new SocketIoFraming(framing.namespace(), null, BinaryFrames.IGNORE));
    this.framing = framing;
  }

  static SocketIoDecoder of(List<RecordedFrame> frames) {
    return new SocketIoDecoder(
        frames.stream()
            .filter(RecordedFrame::sent)
            .map(frame -> CONNECT.matcher(frame.text()))
            .filter(Matcher::matches)
            .map(SocketIoDecoder::connected)
            .findFirst()
            .orElseGet(() -> new RecordedFraming.SocketIo("/", MissingNode.getInstance())));
  }

  private static RecordedFraming.SocketIo connected(Matcher connect) {
    String namespace = connect.group("namespace");
    return new RecordedFraming.SocketIo(
        namespace == null ? "/" : namespace,
        FrameJson.read(connect.group("payload")).orElseGet(MissingNode::getInstance));
  }

  @Override
  RecordedFraming framing() {
    return framing;
  }

  @Override
  Optional<ChatMessage> sent(RecordedFrame frame) {
    Matcher event = EVENT.matcher(frame.text());
    return event.matches()
        ? FrameJson.read(event.group("list"))
            .filter(list -> list.size() > 0)
            .map(list -> sent(frame, list, event.group("id")))
        : Optional.empty();
  }

  private ChatMessage sent(RecordedFrame frame, JsonNode list, @Nullable String id) {
    String name = list.get(0).asString("");
    List<JsonNode> arguments = list.valueStream().skip(1).toList();
    if (id != null) {
      String ours = connection().wrap(new Outgoing("", name, Map.of(), true), 0);
      Matcher made = EVENT.matcher(ours);
      if (made.matches()) {
        ids.put(id, made.group("id"));
      }
    }
    return new ChatMessage(
        true,
        frame.at(),
        arguments.isEmpty() ? MissingNode.getInstance() : arguments.getFirst(),
        new Envelope(name, arguments, id == null ? null : List.of(), Map.of()));
  }

  @Override
  String received(String frame) {
    Matcher answer = ACKNOWLEDGEMENT.matcher(frame);
    return answer.matches() && ids.containsKey(answer.group("id"))
        ? answer.group("head") + ids.get(answer.group("id")) + answer.group("rest")
        : frame;
  }
}
