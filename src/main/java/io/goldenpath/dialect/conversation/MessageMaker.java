package io.goldenpath.dialect.conversation;

import io.goldenpath.dialect.definition.MessageView;
import io.goldenpath.dialect.definition.SentMessage;
import io.goldenpath.framing.MessageTemplate;
import io.goldenpath.framing.Outgoing;
import io.goldenpath.model.target.TemplateValues;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Fills in what is sent over the socket. */
record MessageMaker(ConversationVariables variables) {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** The message answered is null where none is. */
  Outgoing make(SentMessage.OnSocket send, @Nullable MessageView answered) {
    variables.beginMessage();
    TemplateValues values = name -> value(name, answered);
    return switch (send) {
      case SentMessage.Message message -> message(message, values);
      case SentMessage.Operation(String query, MessageTemplate given) -> {
        String sent = given == null ? "" : ",\"variables\":" + given.fill(values);
        yield new Outgoing("{\"query\":" + JSON.writeValueAsString(query) + sent + "}");
      }
    };
  }

  private @Nullable Object value(String name, @Nullable MessageView answered) {
    if (!name.startsWith("/")) {
      return variables.value(name);
    }
    return answered == null ? null : MessageView.plain(answered.body().at(name));
  }

  private static Outgoing message(SentMessage.Message message, TemplateValues values) {
    MessageTemplate name = message.name();
    Map<String, String> headers = new HashMap<>();
    message.headers().forEach((header, template) -> headers.put(header, template.fill(values)));
    return new Outgoing(
        message.text().fill(values),
        name == null ? "" : name.fill(values),
        headers,
        message.acknowledged());
  }
}
