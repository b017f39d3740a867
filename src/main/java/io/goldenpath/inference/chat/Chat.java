package io.goldenpath.inference.chat;

import io.goldenpath.framing.FrameJson;
import io.goldenpath.framing.Incoming.Envelope;
import io.goldenpath.har.RecordedCall;
import io.goldenpath.har.RecordedWebSocket;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One question and its answer on a recorded socket.
 *
 * @param before Messages before the question, sent ones and received ones.
 * @param asked The question, and what was sent with it.
 * @param call The HTTP call that asked; null where the socket did.
 * @param answer Messages that came, until the next question.
 */
public record Chat(
    RecordedWebSocket socket,
    RecordedFraming framing,
    Question question,
    List<ChatMessage> before,
    List<ChatMessage> asked,
    @Nullable RecordedCall call,
    List<ChatMessage> answer) {

  /**
   * What the person asked.
   *
   * @param guessed Whether it was not named, but taken for the longest text that was sent.
   */
  public record Question(String text, double at, boolean guessed) {

    /** Shows nothing: what people ask is theirs. */
    @Override
    public String toString() {
      return "Question[]";
    }
  }

  public Chat {
    before = List.copyOf(before);
    asked = List.copyOf(asked);
    answer = List.copyOf(answer);
  }

  /** The question with what was sent beside it; of a call its address and its body. */
  public List<ChatMessage> sentToAsk() {
    return call == null ? asked : Stream.concat(Stream.of(posted(call)), asked.stream()).toList();
  }

  private ChatMessage posted(RecordedCall asking) {
    ObjectNode sent = JsonNodeFactory.instance.objectNode();
    ArrayNode path = sent.putArray("path");
    Stream.of(asking.url().split("[/?&=#]", -1)).forEach(path::add);
    FrameJson.read(asking.request().body()).ifPresent(body -> sent.set("body", body));
    return new ChatMessage(true, question.at(), sent, Envelope.NONE);
  }

  /** Everything, in the order of its arrival. */
  public List<ChatMessage> all() {
    return Stream.of(before, asked, answer).flatMap(List::stream).toList();
  }
}
