package io.goldenpath.dialect.definition;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** A place in a message, or what an expression makes of it. */
public sealed interface MessageValue {

  /** What is there, without nulls; several where a pointer goes through lists. */
  Stream<JsonNode> all(MessageView message);

  /** The first thing that is there. */
  default Optional<JsonNode> first(MessageView message) {
    return all(message).findFirst();
  }

  /** Whether there is one thing at most, so that {@link #first} tells all. */
  default boolean isSingle() {
    return false;
  }

  /** The first thing at the first of these places where something is. */
  static Optional<JsonNode> first(List<MessageValue> places, MessageView message) {
    Optional<JsonNode> first = Optional.empty();
    for (int i = 0; i < places.size() && first.isEmpty(); i++) {
      first = places.get(i).first(message);
    }
    return first;
  }

  /**
   * A place as settings write it: {@code /a/b}, {@code /a/*}, {@code header:NAME}, {@code
   * args/1/text}, {@code ack/0/run}.
   *
   * @throws IllegalArgumentException if it is none; the message says what is wrong
   */
  static MessageValue of(String text) {
    if (text.startsWith("header:") && text.length() > "header:".length()) {
      return new Header(text.substring("header:".length()));
    }
    for (Part part : Part.values()) {
      if (text.equals(part.prefix()) || text.startsWith(part.prefix() + "/")) {
        return new Place(part, WildcardPointer.of(text.substring(part.prefix().length())));
      }
    }
    throw new IllegalArgumentException(
        "'%s' is no pointer such as /a/b, header:NAME, args/1/text or ack/0/run".formatted(text));
  }

  /** Parts of a message that pointers begin at. */
  enum Part {
    ARGS("args"),
    ACK("ack"),
    FRAME("");

    private final String prefix;

    Part(String prefix) {
      this.prefix = prefix;
    }

    String prefix() {
      return prefix;
    }

    private JsonNode of(MessageView message) {
      return switch (this) {
        case FRAME -> message.body();
        case ARGS -> message.args();
        case ACK -> message.ack();
      };
    }
  }

  /** A pointer into a part of the message. */
  record Place(Part part, WildcardPointer pointer) implements MessageValue {

    @Override
    public Stream<JsonNode> all(MessageView message) {
      return pointer.in(part.of(message));
    }

    @Override
    public Optional<JsonNode> first(MessageView message) {
      return pointer.firstIn(part.of(message));
    }

    @Override
    public boolean isSingle() {
      return pointer.isSingle();
    }

    @Override
    public String toString() {
      return part.prefix() + pointer;
    }
  }

  /** A header of the framing. */
  record Header(String name) implements MessageValue {

    @Override
    public Stream<JsonNode> all(MessageView message) {
      return Stream.ofNullable(message.envelope().headers().get(name))
          .map(JsonNodeFactory.instance::stringNode);
    }

    @Override
    public String toString() {
      return "header:" + name;
    }
  }

  /** What an expression makes of the message; a list counts item by item. */
  record Expression(MessageExpression expression) implements MessageValue {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public Stream<JsonNode> all(MessageView message) {
      return switch (expression.value(message.values())) {
        case null -> Stream.empty();
        case String text -> Stream.of(JsonNodeFactory.instance.stringNode(text));
        case List<?> list ->
            list.stream().<JsonNode>map(JSON::valueToTree).filter(item -> !item.isNull());
        case Object value -> Stream.of(JSON.<JsonNode>valueToTree(value));
      };
    }
  }
}
