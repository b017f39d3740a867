package io.goldenpath.inference.chat;

import io.goldenpath.framing.FrameJson;
import io.goldenpath.framing.Incoming.Envelope;
import io.goldenpath.framing.Outgoing;
import io.goldenpath.framing.graphql.GraphQlFraming;
import io.goldenpath.har.RecordedFrame;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** The subprotocol {@code graphql-transport-ws}. */
final class GraphQlDecoder extends FrameDecoder {

  private final RecordedFraming.GraphQl framing;
  private final Map<String, String> ids = new HashMap<>();

  private GraphQlDecoder(RecordedFraming.GraphQl framing) {
    super(new GraphQlFraming(null));
    this.framing = framing;
  }

  static GraphQlDecoder of(List<RecordedFrame> frames) {
    return new GraphQlDecoder(
        new RecordedFraming.GraphQl(
            frames.stream()
                .filter(RecordedFrame::sent)
                .flatMap(frame -> FrameJson.read(frame.text()).stream())
                .filter(message -> type(message).equals("connection_init"))
                .map(message -> message.path("payload"))
                .findFirst()
                .orElseGet(MissingNode::getInstance)));
  }

  static String type(JsonNode message) {
    return message.path("type").asString("");
  }

  @Override
  RecordedFraming framing() {
    return framing;
  }

  @Override
  Optional<ChatMessage> sent(RecordedFrame frame) {
    return FrameJson.read(frame.text())
        .filter(message -> type(message).equals("subscribe"))
        .map(message -> {
          String ours = connection().wrap(new Outgoing("{}"), 0);
          ids.put(
              message.path("id").asString(""),
              FrameJson.read(ours).map(made -> made.path("id").asString("")).orElse(""));
          return new ChatMessage(
              true,
              frame.at(),
              message.path("payload"),
              new Envelope("subscribe", List.of(), null, Map.of()));
        });
  }

  @Override
  String received(String frame) {
    return FrameJson.read(frame)
        .filter(ObjectNode.class::isInstance)
        .map(ObjectNode.class::cast)
        .filter(message -> ids.containsKey(message.path("id").asString("")))
        .map(message -> message.put("id", ids.get(message.path("id").asString(""))).toString())
        .orElse(frame);
  }
}
