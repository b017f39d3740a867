package io.goldenpath.framing.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.goldenpath.framing.BinaryFrames;
import io.goldenpath.framing.Incoming;
import io.goldenpath.framing.Incoming.Message;
import io.goldenpath.framing.Outgoing;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.node.StringNode;

class JsonFramingOptionsTests {

  private static final MessageSplit NONE = new MessageSplit.None();

  @Test
  void splitsLines() {
    JsonFraming framing = split(new MessageSplit.Lines());

    assertThat(texts(framing, "{\"a\":1}\n\r\n{\"b\":2}\r\n"))
        .containsExactly("{\"a\":1}", "{\"b\":2}");
    assertThat(framing.wrap(new Outgoing("{}"), 0)).isEqualTo("{}");
  }

  @Test
  void splitsAList() {
    JsonFraming framing = split(new MessageSplit.Array());

    assertThat(texts(framing, "[{\"a\": 1}, \"pong\", 3]"))
        .containsExactly("{\"a\":1}", "\"pong\"", "3");
    assertThat(texts(framing, "{\"a\": 1}")).containsExactly("{\"a\": 1}");
  }

  @Test
  void splitsAtATextThatEndsWhatIsSentAsWell() {
    JsonFraming framing = split(new MessageSplit.Terminator("\u001e"));

    assertThat(texts(framing, "{\"type\":6}\u001e{\"type\":1}\u001e"))
        .containsExactly("{\"type\":6}", "{\"type\":1}");
    assertThat(framing.wrap(new Outgoing("{}"), 0)).isEqualTo("{}\u001e");
    assertThatIllegalArgumentException().isThrownBy(() -> new MessageSplit.Terminator(""));
  }

  @Test
  void readsTheGoodMessagesBesideABrokenOne() {
    assertThat(split(new MessageSplit.Lines()).unwrap("{\"a\":1}\n{\"b\":\n{\"c\":3}", 0))
        .satisfiesExactly(
            first -> assertThat(first).isInstanceOf(Message.class),
            second -> assertThat(second).isEqualTo(new Incoming.Broken("it is not JSON")),
            third -> assertThat(third).isInstanceOf(Message.class));
  }

  @Test
  void takesAFrameWithoutMessagesForNoise() {
    assertThat(split(new MessageSplit.Lines()).unwrap("\n", 0))
        .containsExactly(new Incoming.Noise("empty frame"));
    assertThat(split(new MessageSplit.Array()).unwrap("[]", 0))
        .containsExactly(new Incoming.Noise("empty frame"));
  }

  @Test
  void readsJsonWithinTextInItsPlace() {
    JsonFraming framing = nested("/data", "/data/post", "/list/1");
    String frame =
        """
        {"data":"{\\"post\\":\\"{\\\\\\"id\\\\\\":7}\\"}","list":["[1]","[2]"],"other":"[3]"}\
        """;

    assertThat(message(framing, frame).body())
        .hasToString("{\"data\":{\"post\":{\"id\":7}},\"list\":[\"[1]\",[2]],\"other\":\"[3]\"}");
    assertThat(message(framing, frame).text()).isEqualTo(frame);
  }

  @Test
  void readsAMessageThatIsJsonWithinText() {
    assertThat(message(nested("", "/a"), "\"{\\\"a\\\":\\\"[1]\\\"}\"").body())
        .hasToString("{\"a\":[1]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"data\":\"hello\"}", "{\"data\":7}", "{\"data\":\"\"}", "{}", "[]", "7"})
  void leavesWhatIsNoJsonWithinText(String frame) {
    assertThat(message(nested("/data", "/data/x/1"), frame).body()).hasToString(frame);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pong", "", " ", "h", "nonce 17 + 25"})
  void takesTextThatIsNoJsonForAMessage(String frame) {
    assertThat(message(split(NONE), frame).body()).isEqualTo(StringNode.valueOf(frame));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"type\":\"tok", "[1", " {}}"})
  void cannotReadAnObjectOrAListThatIsBroken(String frame) {
    assertThat(split(NONE).unwrap(frame, 0)).containsExactly(new Incoming.Broken("it is not JSON"));
  }

  @Test
  void countsBinaryFramesWithoutReadingThem() {
    assertThat(binary(BinaryFrames.IGNORE, new byte[] {1, 2}))
        .containsExactly(new Incoming.Noise("binary frame"));
  }

  @Test
  void readsBinaryFramesAsText() {
    assertThat(binary(BinaryFrames.TEXT, "{\"a\":\"ä\"}".getBytes(UTF_8)))
        .singleElement()
        .isInstanceOfSatisfying(
            Message.class, message -> assertThat(message.body()).hasToString("{\"a\":\"ä\"}"));
    assertThat(binary(BinaryFrames.TEXT, "{\"a\":\"ä\"}".getBytes(ISO_8859_1)))
        .containsExactly(new Incoming.Broken("it is binary, and no text in UTF-8"));
  }

  @Property(tries = 300)
  void survivesAnyText(@ForAll String frame) {
    Stream.of(new MessageSplit.Lines(), new MessageSplit.Array(), NONE)
        .map(split -> new JsonFraming(split, pointers("", "/0", "/a/b"), BinaryFrames.TEXT))
        .forEach(framing -> {
          assertThat(framing.unwrap(frame, 0)).isNotEmpty();
          assertThat(framing.unwrap(ByteBuffer.wrap(frame.getBytes(ISO_8859_1)), 0)).isNotEmpty();
        });
  }

  private static JsonFraming split(MessageSplit split) {
    return new JsonFraming(split, List.of(), BinaryFrames.IGNORE);
  }

  private static JsonFraming nested(String... places) {
    return new JsonFraming(NONE, pointers(places), BinaryFrames.IGNORE);
  }

  private static List<JsonPointer> pointers(String... places) {
    return Stream.of(places).map(JsonPointer::compile).toList();
  }

  private static List<Incoming> binary(BinaryFrames frames, byte[] bytes) {
    return new JsonFraming(NONE, List.of(), frames).unwrap(ByteBuffer.wrap(bytes), 0);
  }

  private static Message message(JsonFraming framing, String frame) {
    return (Message) framing.unwrap(frame, 0).getFirst();
  }

  private static List<String> texts(JsonFraming framing, String frame) {
    return framing.unwrap(frame, 0).stream().map(part -> ((Message) part).text()).toList();
  }
}
