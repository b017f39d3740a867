package io.goldenpath.framing.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.framing.FramingConnection;
import io.goldenpath.framing.Incoming;
import io.goldenpath.framing.Incoming.Message;
import io.goldenpath.framing.Outgoing;
import io.goldenpath.model.target.TemplateValues;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFramingTests {

  private final FramingConnection connection = new JsonFraming().connection(TemplateValues.NONE);

  @Test
  void sendsMessagesAsTheyAreAndNothingElse() {
    assertThat(connection.wrap(new Outgoing("{\"a\":1}"), 0)).isEqualTo("{\"a\":1}");
    assertThat(connection.wrap(new Outgoing("{\"a\":"), 0)).isEqualTo("{\"a\":");
    assertThat(connection.due(0)).isEmpty();
    assertThat(connection.closing()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":{\"b\":1}}", "[1,2]", "17", "null", "\"text\""})
  void takesEachFrameForOneMessage(String frame) {
    assertThat(connection.unwrap(frame, 0))
        .singleElement()
        .isInstanceOfSatisfying(
            Message.class,
            message -> {
              assertThat(message.text()).isEqualTo(frame);
              assertThat(message.body()).hasToString(frame);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\"", "{'a':1}", "ping", "\u0000", "{} {}"})
  void cannotReadWhatIsNotJson(String frame) {
    assertThat(connection.unwrap(frame, 0)).containsExactly(new Incoming.Broken("it is not JSON"));
  }

  @Test
  void survivesNestingWithoutEnd() {
    assertThat(connection.unwrap("[".repeat(100_000), 0))
        .containsExactly(new Incoming.Broken("it is not JSON"));
  }

  @Test
  void cannotReadABinaryFrame() {
    assertThat(connection.unwrap(ByteBuffer.wrap(new byte[] {'{', '}'}), 0))
        .containsExactly(new Incoming.Broken("it is binary, where text is spoken"));
  }
}
