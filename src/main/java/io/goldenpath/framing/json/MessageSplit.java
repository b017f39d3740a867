package io.goldenpath.framing.json;

import io.goldenpath.framing.FrameJson;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** How a frame holds several messages. */
public sealed interface MessageSplit {

  /** The texts of its messages. */
  List<String> parts(String frame);

  /** A frame that sends this message. */
  default String frame(String message) {
    return message;
  }

  /** It does not: a frame is a message. */
  record None() implements MessageSplit {

    @Override
    public List<String> parts(String frame) {
      return List.of(frame);
    }
  }

  /** Each line that is not blank is a message. */
  record Lines() implements MessageSplit {

    @Override
    public List<String> parts(String frame) {
      return frame.lines().filter(line -> !line.isBlank()).toList();
    }
  }

  /** Each item of a JSON list is a message; what is no list is one. */
  record Array() implements MessageSplit {

    @Override
    public List<String> parts(String frame) {
      return FrameJson.read(frame)
          .filter(JsonNode::isArray)
          .map(list -> list.valueStream().map(JsonNode::toString).toList())
          .orElseGet(() -> List.of(frame));
    }
  }

  /** A text that ends each message, those that we send as well. */
  record Terminator(String text) implements MessageSplit {

    public Terminator {
      if (text.isEmpty()) {
        throw new IllegalArgumentException("the text that ends a message is empty");
      }
    }

    @Override
    public List<String> parts(String frame) {
      return Stream.of(frame.split(Pattern.quote(text))).filter(part -> !part.isBlank()).toList();
    }

    @Override
    public String frame(String message) {
      return message + text;
    }
  }
}
