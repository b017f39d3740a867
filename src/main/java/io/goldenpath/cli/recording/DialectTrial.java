package io.goldenpath.cli.recording;

import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.Question;
import io.goldenpath.dialect.Conversation;
import io.goldenpath.dialect.ConversationValues;
import io.goldenpath.dialect.Dialect;
import io.goldenpath.dialect.Reading;
import io.goldenpath.dialect.SendStep;
import io.goldenpath.framing.FrameJson;
import io.goldenpath.framing.Incoming.Message;
import io.goldenpath.inference.chat.Chat;
import io.goldenpath.inference.chat.ChatMessage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A recorded chat as a dialect reads it. */
final class DialectTrial {

  private static final double NANOS = 1e9;
  private static final long LONG = Duration.ofHours(1).toNanos();

  private final Conversation conversation;
  private final SentShape shape = new SentShape();
  private int number;
  private boolean answered;

  DialectTrial(Dialect dialect) {
    Variables variables = new Variables(new HashMap<>());
    dialect.runVariables().forEach(variables::set);
    dialect.connectionVariables().forEach(variables::set);
    this.conversation = dialect.conversation(variables, false);
  }

  private record Variables(Map<String, Object> values) implements ConversationValues {

    @Override
    public @Nullable Object value(String name) {
      return values.get(name);
    }

    @Override
    public void set(String name, Object value) {
      values.put(name, value);
    }
  }

  /** Whether it says what the page said, and each message of the answer tells it something. */
  boolean understands(Chat chat) {
    Queue<SendStep> opening = new ArrayDeque<>(conversation.opening());
    for (ChatMessage message : chat.before()) {
      if (!message.sent()) {
        read(message);
      } else if (!isNext(opening, message)) {
        return false;
      }
    }
    conversation.opened(0);
    Question question = new Question(chat.question().text(), "", 0);
    Queue<SendStep> steps = new ArrayDeque<>(conversation.submit(question));
    boolean asked = chat.asked().stream().allMatch(message -> isNext(steps, message));
    return opening.isEmpty()
        && asked
        && understandsAnswer(chat.answer(), steps)
        && steps.isEmpty()
        && answered;
  }

  private boolean isNext(Queue<SendStep> steps, ChatMessage sent) {
    SendStep step = steps.poll();
    return step != null
        && step.due()
        && step.make() instanceof SendStep.Sending.Socket(var ours)
        && FrameJson.read(ours.text()).filter(json -> shape.fits(json, sent.body())).isPresent();
  }

  /** With the steps of the question that the page took only after a first reply. */
  private boolean understandsAnswer(List<ChatMessage> answer, Queue<SendStep> steps) {
    for (ChatMessage message : answer) {
      boolean fits =
          message.sent() ? steps.isEmpty() || isNext(steps, message) : isUnderstood(read(message));
      if (!fits) {
        return false;
      }
    }
    note(conversation.elapsed(nanos(answer.getLast()) + LONG));
    return true;
  }

  private Reading read(ChatMessage message) {
    JsonNode body = shape.asAnswerToUs(message.body());
    Message received = new Message(body, body.toString());
    return note(conversation.received(received, ++number, nanos(message)));
  }

  private static long nanos(ChatMessage message) {
    return (long) (message.at() * NANOS);
  }

  private Reading note(Reading reading) {
    reading.parts().stream()
        .map(part -> part.decoded().content())
        .forEach(content -> answered |= isAnswer(content));
    return reading;
  }

  private static boolean isAnswer(FrameContent content) {
    return switch (content) {
      case FrameContent.End(String answer, String failure, _) ->
          failure == null && !answer.isBlank();
      case FrameContent.Event(var event) -> !event.body().text().isBlank();
      default -> false;
    };
  }

  private static boolean isUnderstood(Reading reading) {
    return !reading.rules().isEmpty()
        && reading.parts().stream()
            .map(part -> part.decoded().content())
            .noneMatch(content ->
                content instanceof FrameContent.Unknown
                    || content instanceof FrameContent.Unreadable
                    || content instanceof FrameContent.Failure);
  }
}
