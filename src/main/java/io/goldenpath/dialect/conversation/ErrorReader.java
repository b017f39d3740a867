package io.goldenpath.dialect.conversation;

import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.FrameContent.ErrorCause;
import io.goldenpath.contract.event.FrameContent.ErrorSource;
import io.goldenpath.dialect.definition.AcceptedRule;
import io.goldenpath.dialect.definition.ErrorRule;
import io.goldenpath.dialect.definition.MessageValue;
import io.goldenpath.model.finding.Excerpt;
import java.util.List;
import java.util.Optional;

/** Reads what the platform reports of errors. */
record ErrorReader(List<ErrorRule> rules, ConversationVariables variables) {

  private static final int TEXT_LENGTH = 1_000;

  /** The error by the first rule that matches; empty where the message is none. */
  Optional<FrameContent> read(Received message) {
    for (ErrorRule rule : rules) {
      if (message.matches(rule.when())) {
        return Optional.of(read(message, rule));
      }
    }
    return Optional.empty();
  }

  private FrameContent read(Received message, ErrorRule rule) {
    message.takenBy("errors");
    variables.take(rule.captures(), message.view());
    String text = text(message, rule.message());
    return switch (rule.meaning()) {
      case ERROR_EVENT -> failure(message, text, ErrorCause.PLATFORM);
      case AUTH_REFUSED -> failure(message, text, ErrorCause.AUTH);
      case SHED -> failure(message, text, ErrorCause.OVERLOAD);
      case NOT_UNDERSTOOD -> failure(message, text, ErrorCause.MESSAGE);
      case DEGRADED_SERVICE -> new FrameContent.Degraded(text);
    };
  }

  /** A question that the server does not take. */
  static FrameContent refused(Received message, AcceptedRule rule) {
    String text = "the question was not accepted: " + text(message, rule.message());
    return failure(message, text, ErrorCause.PLATFORM);
  }

  private static FrameContent failure(Received message, String text, ErrorCause cause) {
    return new FrameContent.Failure(
        text, cause, new ErrorSource(message.agent(), null), message.ids());
  }

  /** What stands at these places; the whole message where nothing does. */
  static String text(Received message, List<MessageValue> places) {
    return Excerpt.of(
        MessageValue.first(places, message.view())
            .map(JsonText::of)
            .filter(text -> !text.isBlank())
            .orElse(message.view().text()),
        TEXT_LENGTH);
  }
}
