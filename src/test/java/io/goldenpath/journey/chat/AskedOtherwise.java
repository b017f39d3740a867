package io.goldenpath.journey.chat;

import io.goldenpath.contract.event.Question;
import io.goldenpath.dialect.BundledDialects;
import io.goldenpath.dialect.Conversation;
import io.goldenpath.dialect.ConversationValues;
import io.goldenpath.dialect.Dialect;
import io.goldenpath.dialect.EventNames;
import io.goldenpath.dialect.Reading;
import io.goldenpath.dialect.SendStep;
import io.goldenpath.framing.Framing;
import io.goldenpath.framing.Incoming.Message;
import io.goldenpath.framing.Outgoing;
import io.goldenpath.model.target.RequestTemplate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The events of the bundled dialect, where questions are asked otherwise.
 *
 * @param call Call that asks; null for a message over the socket.
 * @param queued Whether it is asked only when the server says {@code your_turn}.
 * @param connectsPerQuestion Whether each question gets a connection of its own.
 */
record AskedOtherwise(@Nullable RequestTemplate call, boolean queued, boolean connectsPerQuestion)
    implements Dialect {

  private static final Dialect WORDS = BundledDialects.AGENT_EVENTS;

  @Override
  public Framing framing() {
    return WORDS.framing();
  }

  @Override
  public EventNames eventNames() {
    return WORDS.eventNames();
  }

  @Override
  public Map<String, Object> runVariables() {
    return Map.of("session", UUID.randomUUID().toString());
  }

  @Override
  public Conversation conversation(ConversationValues values, boolean resumed) {
    return new Asking(WORDS.conversation(values, resumed), values);
  }

  private final class Asking implements Conversation, SendStep {

    private final Conversation words;
    private final ConversationValues values;
    private boolean asked;

    Asking(Conversation words, ConversationValues values) {
      this.words = words;
      this.values = values;
    }

    @Override
    public List<SendStep> submit(Question question, @Nullable String thread) {
      if (call != null) {
        values.set("text", question.text());
        values.set("number", 7);
        return List.of(this);
      }
      SendStep message = words.submit(question, thread).getFirst();
      return queued
          ? List.of(SendStep.of(new Outgoing("{\"type\":\"join\"}")), after(message))
          : List.of(message);
    }

    private SendStep after(SendStep message) {
      return new SendStep() {

        @Override
        public boolean due() {
          return asked;
        }

        @Override
        public Sending make() {
          return message.make();
        }
      };
    }

    @Override
    public boolean due() {
      return true;
    }

    @Override
    public Sending make() {
      return new Sending.Call(Objects.requireNonNull(call));
    }

    @Override
    public Reading received(Message message, int number, long nanos) {
      if (message.text().contains("your_turn")) {
        asked = true;
        return Reading.NOTHING;
      }
      if (message.text().contains("ticket")) {
        values.set("ticket", message.body().path("ticket").asString(""));
      }
      return words.received(message, number, nanos);
    }
  }
}
