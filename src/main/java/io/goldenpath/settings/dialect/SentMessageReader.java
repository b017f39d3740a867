package io.goldenpath.settings.dialect;

import io.goldenpath.dialect.definition.SendRule;
import io.goldenpath.dialect.definition.SentMessage;
import io.goldenpath.framing.MessageTemplate;
import io.goldenpath.model.target.Secret;
import io.goldenpath.settings.keys.DialectProperties.FramingType;
import io.goldenpath.settings.keys.JsonTemplate;
import io.goldenpath.settings.keys.MessageProperties;
import io.goldenpath.settings.keys.MessageProperties.EventMessageProperties;
import io.goldenpath.settings.mistakes.SettingKey;
import io.goldenpath.settings.request.RequestReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what is sent: messages of one type of framing, and HTTP calls. */
record SentMessageReader(
    FramingType framing,
    MessageRules rules,
    TemplateReader templates,
    TemplateFiles files,
    RequestReader requests) {

  private static final MessageTemplate NOTHING = MessageTemplate.text(Secret.of(""));

  /** Keys of one type of framing each. */
  private static final Map<String, List<FramingType>> OWNERS =
      Map.of(
          "send", List.of(FramingType.JSON, FramingType.STOMP),
          "file", List.of(FramingType.JSON, FramingType.STOMP),
          "destination", List.of(FramingType.STOMP),
          "event", List.of(FramingType.SOCKET_IO),
          "data", List.of(FramingType.SOCKET_IO),
          "args", List.of(FramingType.SOCKET_IO),
          "ack", List.of(FramingType.SOCKET_IO),
          "query", List.of(FramingType.GRAPHQL_TRANSPORT_WS),
          "variables", List.of(FramingType.GRAPHQL_TRANSPORT_WS));

  List<SendRule> steps(SettingKey at, @Nullable List<MessageProperties> written) {
    return written == null
        ? List.of()
        : at.each(written, this::step).stream().flatMap(Optional::stream).toList();
  }

  private Optional<SendRule> step(SettingKey at, MessageProperties written) {
    return sent(at, written)
        .map(message ->
            new SendRule(
                rules.optional(at.child("when"), written.when()),
                message,
                rules.captures(
                    at.child("capture"), isCall(written) ? Map.of() : written.call().capture())));
  }

  /** Empty, with a mistake, where it is wrong or nothing is to be sent. */
  Optional<SentMessage> sent(SettingKey at, MessageProperties written) {
    if (isCall(written)) {
      rules.called(written.call().capture().keySet());
      return requests.read(at, written.call()).map(SentMessage.Call::new);
    }
    return onSocket(at, written).map(message -> message);
  }

  /** Empty, with a mistake, where it is wrong or nothing is to be sent. */
  Optional<SentMessage.OnSocket> onSocket(SettingKey at, MessageProperties written) {
    rejectForeignKeys(at);
    return switch (framing) {
      case JSON -> body(at, written).map(SentMessage.Message::new);
      case SOCKET_IO -> event(at, written.event());
      case STOMP -> stomp(at, written);
      case GRAPHQL_TRANSPORT_WS -> operation(at, written.operation());
    };
  }

  static boolean isCall(MessageProperties written) {
    return !written.call().line().addresses().isEmpty();
  }

  /** Whether anything is to be sent. */
  static boolean isWritten(MessageProperties written) {
    return isCall(written)
        || written.send() != null
        || written.file() != null
        || written.destination() != null
        || written.event().event() != null
        || written.operation().query() != null;
  }

  private void rejectForeignKeys(SettingKey at) {
    OWNERS.forEach((key, owners) -> {
      if (!owners.contains(framing)) {
        at.child(key)
            .wrongIfWritten(
                "belongs to framing type %s, but the type is %s"
                    .formatted(
                        FramingReader.label(owners.getFirst()), FramingReader.label(framing)));
      }
    });
  }

  private Optional<MessageTemplate> body(SettingKey at, MessageProperties written) {
    if (written.file() != null) {
      at.child("send").wrongIfWritten("stands beside file; expected one of them");
      return files
          .read(at.child("file"), written.file())
          .map(text -> templates.json(at.child("file"), JsonTemplate.of(text)));
    }
    return written.send() == null
        ? at.wrong("sends nothing; expected send with a message, or one of get, post, put …")
        : Optional.of(templates.message(at.child("send"), written.send()));
  }

  private Optional<SentMessage.OnSocket> event(SettingKey at, EventMessageProperties written) {
    if (written.event() == null) {
      return at.wrong("sends nothing; expected event with the name of an event");
    }
    if (written.data() != null && written.args() != null) {
      at.child("args").wrong("stands beside data; expected one of them");
    }
    MessageTemplate arguments = NOTHING;
    if (written.data() != null) {
      arguments = templates.value(at.child("data"), written.data());
    } else if (written.args() != null) {
      arguments = templates.members(at.child("args"), written.args());
    }
    MessageTemplate name = templates.text(at.child("event"), Secret.of(written.event()));
    return Optional.of(new SentMessage.Message(arguments, name, Map.of(), written.ack()));
  }

  private Optional<SentMessage.OnSocket> stomp(SettingKey at, MessageProperties written) {
    String destination = written.destination();
    if (destination == null) {
      return at.wrong("sends nothing; expected destination, such as /app/ask");
    }
    MessageTemplate name = templates.text(at.child("destination"), Secret.of(destination));
    Map<String, MessageTemplate> headers =
        templates.texts(at.child("headers"), written.call().headers());
    Optional<MessageTemplate> body =
        written.send() == null && written.file() == null ? Optional.of(NOTHING) : body(at, written);
    return body.map(text -> new SentMessage.Message(text, name, headers, false));
  }

  private Optional<SentMessage.OnSocket> operation(
      SettingKey at, MessageProperties.OperationProperties written) {
    if (written.query() == null) {
      return at.wrong("sends nothing; expected query with the document of an operation");
    }
    MessageTemplate variables =
        written.variables() == null
            ? null
            : templates.json(at.child("variables"), written.variables());
    return Optional.of(new SentMessage.Operation(written.query(), variables));
  }
}
