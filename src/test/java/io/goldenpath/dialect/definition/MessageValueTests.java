package io.goldenpath.dialect.definition;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.goldenpath.framing.Incoming.Envelope;
import io.goldenpath.framing.Incoming.Message;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Places in a message, as settings write them. */
class MessageValueTests {

  private static final String BODY =
      """
      {"a": {"b": 1}, "none": null, "list": [{"id": "x"}, {"no": 1}, {"id": "y"}],
       "deep": [{"ids": [1, 2]}, {"ids": [3]}], "*": "star"}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/a/b           | 1",
        "/none          | ''",
        "/missing       | ''",
        "/list/*/id     | x y",
        "/list/2/id     | y",
        "/deep/*/ids/*  | 1 2 3",
        "/a/*           | ''",
        "header:run-id  | r1",
        "header:other   | ''",
        "args/1/text    | hi",
        "args/*/text    | hi",
        "ack/0/run      | 7"
      })
  void findsAllThatIsThere(String place, String expected) {
    MessageValue value = MessageValue.of(place);

    assertThat(value.all(view()).map(JsonNode::asString)).containsExactly(split(expected));
    assertThat(value).hasToString(place);
  }

  private static String[] split(String expected) {
    return expected.isEmpty() ? new String[0] : expected.split(" ");
  }

  @Test
  void anExpressionMayGiveAnything() {
    MessageView view = view();

    assertThat(all(values -> values.get("name"), view)).containsExactly("event");
    assertThat(all(_ -> List.of("a", 2), view)).containsExactly("a", "2");
    assertThat(all(_ -> null, view)).isEmpty();
    assertThat(all(values -> ((Map<?, ?>) requireNonNull(values.get("vars"))).get("id"), view))
        .containsExactly("42");
  }

  private static List<String> all(MessageExpression expression, MessageView view) {
    return new MessageValue.Expression(expression).all(view).map(JsonNode::asString).toList();
  }

  @Test
  void theFirstPlaceWhereSomethingIsCounts() {
    List<MessageValue> places =
        List.of(MessageValue.of("/none"), MessageValue.of("/list/*/id"), MessageValue.of("/a/b"));

    assertThat(MessageValue.first(places, view()).map(JsonNode::asString)).contains("x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b", "header:", "argsx/1"})
  void refusesWhatIsNoPlace(String place) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MessageValue.of(place))
        .withMessageContaining("'" + place + "' is no pointer such as /a/b");
  }

  private static MessageView view() {
    JsonMapper mapper = JsonMapper.shared();
    Envelope envelope =
        new Envelope(
            "event",
            List.of(mapper.readTree("1"), mapper.readTree("{\"text\":\"hi\"}")),
            List.of(mapper.readTree("{\"run\":7}")),
            Map.of("run-id", "r1"));
    return new MessageView(
        new Message(mapper.readTree(BODY), BODY, envelope), new HashMap<>(Map.of("id", 42)));
  }
}
