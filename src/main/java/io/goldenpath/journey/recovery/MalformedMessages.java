package io.goldenpath.journey.recovery;

import io.goldenpath.contract.event.Question;
import io.goldenpath.dialect.Conversation;
import io.goldenpath.dialect.SendStep;
import io.goldenpath.dialect.SendStep.Sending;
import io.goldenpath.framing.Outgoing;
import io.goldenpath.model.probe.JourneySpec.MalformedMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Malformed variants of the question in a conversation. */
final class MalformedMessages {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int BYTES_BEYOND = 512;

  private final Conversation conversation;
  private final Question question;
  private final OptionalInt maxMessage;

  /** {@code maxMessage} is in bytes, as the server states it. */
  MalformedMessages(Conversation conversation, Question question, OptionalInt maxMessage) {
    this.conversation = conversation;
    this.question = question;
    this.maxMessage = maxMessage;
  }

  /** Empty where the dialect or the server does not tell how to make one. */
  Optional<Outgoing> make(MalformedMessage kind) {
    return message(question).flatMap(good -> text(kind, good.text()).map(good::withText));
  }

  /** Why there is no such message, as a clause. */
  String obstacle(MalformedMessage kind) {
    if (message(question).isEmpty()) {
      return "questions are asked by an HTTP call";
    }
    return kind == MalformedMessage.OVERSIZED
        ? "the server does not say how much it takes"
        : "the question is no JSON object";
  }

  /** The message that asks the question; empty where an HTTP call asks it. */
  private Optional<Outgoing> message(Question asked) {
    SendStep last = conversation.submit(asked).getLast();
    return last.make() instanceof Sending.Socket(Outgoing message)
        ? Optional.of(message)
        : Optional.empty();
  }

  private Optional<String> text(MalformedMessage kind, String good) {
    return switch (kind) {
      case BROKEN_JSON -> Optional.of(good.substring(0, good.length() * 2 / 3));
      case EMPTY -> Optional.of("");
      case ARRAY -> Optional.of("[1,2,3]");
      case MISSING_FIELDS -> changed(good, this::withoutText);
      case WRONG_TYPES -> changed(good, this::wrongTypes);
      case OVERSIZED -> maxMessage.isEmpty() ? Optional.empty() : oversized(maxMessage.getAsInt());
    };
  }

  private Optional<String> oversized(int max) {
    String text = "x".repeat(max + BYTES_BEYOND);
    return message(new Question(text, question.nonce(), question.sum())).map(Outgoing::text);
  }

  /** Changes each object of a message, which may hold several values with commas between them. */
  private static Optional<String> changed(String good, UnaryOperator<ObjectNode> change) {
    List<String> values = new ArrayList<>();
    boolean changed = false;
    for (JsonNode value : values(good)) {
      changed |= value.isObject();
      values.add(
          value instanceof ObjectNode object ? change.apply(object).toString() : value.toString());
    }
    return changed ? Optional.of(String.join(",", values)) : Optional.empty();
  }

  private static JsonNode values(String text) {
    try {
      return JSON.readTree("[" + text + "]");
    } catch (JacksonException noJson) {
      return NODES.arrayNode();
    }
  }

  private ObjectNode withoutText(ObjectNode frame) {
    ObjectNode rest = NODES.objectNode();
    frame.forEachEntry((name, value) -> {
      if (value instanceof ObjectNode inner) {
        rest.set(name, withoutText(inner));
      } else if (!holdsText(value)) {
        rest.set(name, value);
      }
    });
    return rest;
  }

  private ObjectNode wrongTypes(ObjectNode frame) {
    ObjectNode other = NODES.objectNode();
    frame.forEachEntry((name, value) -> {
      if (value instanceof ObjectNode inner) {
        other.set(name, wrongTypes(inner));
      } else if (holdsText(value)) {
        other.set(name, NODES.arrayNode().add(7));
      } else {
        other.set(name, value.isString() ? NODES.numberNode(7) : value);
      }
    });
    return other;
  }

  private boolean holdsText(JsonNode value) {
    return value.isString() && value.stringValue().contains(question.text());
  }
}
