package io.goldenpath.stomp;

import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.Question;
import io.goldenpath.dialect.BundledDialects;
import io.goldenpath.dialect.Conversation;
import io.goldenpath.dialect.ConversationValues;
import io.goldenpath.dialect.Dialect;
import io.goldenpath.dialect.EventNames;
import io.goldenpath.dialect.Reading;
import io.goldenpath.dialect.SendStep;
import io.goldenpath.framing.Framing;
import io.goldenpath.framing.Incoming;
import io.goldenpath.framing.Incoming.Message;
import io.goldenpath.framing.MessageTemplate;
import io.goldenpath.framing.Outgoing;
import io.goldenpath.framing.stomp.StompFraming;
import io.goldenpath.model.target.Secret;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The platform's words, told as those of {@code agent-events}. */
record StompWords(Map<String, String> subscriptions) implements Dialect {

  private static final Map<String, String> NAMES =
      Map.of(
          "welcome", "connection_established",
          "run.started", "agent_started",
          "tool.started", "tool_executing",
          "tool.finished", "tool_completed",
          "text.delta", "agent_thinking",
          "run.finished", "agent_completed",
          "run.failed", "agent_error");

  static StompWords usual() {
    Map<String, String> subscriptions = new LinkedHashMap<>();
    subscriptions.put("ev", "/user/queue/events");
    subscriptions.put("er", "/user/queue/errors");
    subscriptions.put("hi", "/app/hello");
    return new StompWords(subscriptions);
  }

  @Override
  public Framing framing() {
    return new StompFraming(
        Map.of("X-CSRF-TOKEN", MessageTemplate.text(Secret.of("{csrf}"))),
        subscriptions,
        Duration.ofMillis(500));
  }

  @Override
  public EventNames eventNames() {
    return BundledDialects.AGENT_EVENTS.eventNames();
  }

  @Override
  public DecodedFrame decode(Incoming part) {
    return BundledDialects.AGENT_EVENTS.decode(part);
  }

  @Override
  public Conversation conversation(ConversationValues values, boolean resumed) {
    Conversation told = BundledDialects.AGENT_EVENTS.conversation(values, resumed);
    return new Conversation() {

      @Override
      public List<SendStep> submit(Question question, @Nullable String thread) {
        ObjectNode asked =
            JsonNodeFactory.instance.objectNode().put("text", question.text()).put("id", "q1");
        return List.of(SendStep.of(new Outgoing(asked.toString(), "/app/ask", Map.of(), false)));
      }

      @Override
      public Reading received(Message message, int number, long nanos) {
        return told.received(translated(message), number, nanos);
      }
    };
  }

  private static Message translated(Message message) {
    ObjectNode words = JsonNodeFactory.instance.objectNode();
    String type = message.body().at("/type").asString(message.envelope().name());
    words.put("type", NAMES.getOrDefault(type, type));
    message.body().optional("user").ifPresent(user -> words.set("user_id", user));
    words.set("message", message.body().at("/message"));
    words.put("run_id", message.envelope().headers().get("run-id"));
    words.put("tool_name", message.body().at("/body/tool").asString(""));
    words.set("content", message.body().at("/body/delta"));
    words.set("final_response", message.body().at("/body/answer"));
    return new Message(words, message.text(), message.envelope());
  }
}
