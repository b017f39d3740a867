package io.goldenpath.journey.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.goldenpath.contract.event.Question;
import io.goldenpath.dialect.BundledDialects;
import io.goldenpath.dialect.Conversation;
import io.goldenpath.dialect.MapValues;
import io.goldenpath.model.probe.JourneySpec.MalformedMessage;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class MalformedMessagesTests {

  private static final Question QUESTION = new Question("Repeat the code AB: 1 + 2?", "AB", 3);

  private final Conversation conversation =
      BundledDialects.AGENT_EVENTS.conversation(new MapValues(), false);

  @Test
  void eachIsMalformedInItsOwnWay() {
    assertThat(made(MalformedMessage.EMPTY)).isEmpty();
    assertThat(made(MalformedMessage.ARRAY)).isEqualTo("[1,2,3]");
    assertThat(made(MalformedMessage.MISSING_FIELDS))
        .isEqualTo("{\"type\":\"user_message\",\"payload\":{\"thread_id\":null}}");
    assertThat(made(MalformedMessage.WRONG_TYPES))
        .isEqualTo("{\"type\":7,\"payload\":{\"content\":[7],\"thread_id\":null}}");
    assertThatExceptionOfType(JacksonException.class)
        .isThrownBy(() -> JsonMapper.shared().readTree(made(MalformedMessage.BROKEN_JSON)));
  }

  @Test
  void anOversizedOneIsALittleLongerThanWhatTheServerTakesAndAsksNothing() {
    String message = made(MalformedMessage.OVERSIZED);

    assertThat(message.length()).isBetween(8193, 8192 + 1024);
    assertThat(message).doesNotContain("Repeat");
  }

  @Test
  void nobodyKnowsWhatIsTooLongWhereTheServerDoesNotSay() {
    assertThat(
            new MalformedMessages(conversation, QUESTION, OptionalInt.empty())
                .make(MalformedMessage.OVERSIZED))
        .isEmpty();
  }

  private String made(MalformedMessage kind) {
    return new MalformedMessages(conversation, QUESTION, OptionalInt.of(8192))
        .make(kind)
        .orElseThrow()
        .text();
  }
}
