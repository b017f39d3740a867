package io.goldenpath.journey.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.goldenpath.contract.event.Question;
import io.goldenpath.dialect.BundledDialects;
import io.goldenpath.dialect.Conversation;
import io.goldenpath.dialect.MapValues;
import io.goldenpath.dialect.Reading;
import io.goldenpath.dialect.SendStep;
import io.goldenpath.framing.Incoming.Message;
import io.goldenpath.framing.Outgoing;
import io.goldenpath.model.probe.JourneySpec.MalformedMessage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
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

  @Test
  void changesEachObjectOfTheArgumentsOfAnEvent() {
    Conversation arguments =
        asking("\"room\",{\"text\":\"Repeat the code AB: 1 + 2?\",\"n\":\"a\"}");

    assertThat(malformed(arguments, MalformedMessage.MISSING_FIELDS))
        .hasValue("\"room\",{\"n\":\"a\"}");
    assertThat(malformed(arguments, MalformedMessage.WRONG_TYPES))
        .hasValue("\"room\",{\"text\":[7],\"n\":7}");
  }

  @Test
  void leavesOutWhatPlainTextCannotBe() {
    assertThat(malformed(asking("Repeat the code"), MalformedMessage.WRONG_TYPES)).isEmpty();
    assertThat(malformed(asking("Repeat the code"), MalformedMessage.BROKEN_JSON))
        .hasValue("Repeat the");
  }

  private static Optional<String> malformed(Conversation conversation, MalformedMessage kind) {
    return new MalformedMessages(conversation, QUESTION, OptionalInt.empty())
        .make(kind)
        .map(Outgoing::text);
  }

  /** A conversation whose every question is this text. */
  private static Conversation asking(String text) {
    return new Conversation() {

      @Override
      public List<SendStep> submit(Question question, @Nullable String thread) {
        return List.of(SendStep.of(new Outgoing(text)));
      }

      @Override
      public Reading received(Message message, int number, long nanos) {
        return Reading.NOTHING;
      }
    };
  }

  private String made(MalformedMessage kind) {
    return new MalformedMessages(conversation, QUESTION, OptionalInt.of(8192))
        .make(kind)
        .orElseThrow()
        .text();
  }
}
