package io.goldenpath.dialect.conversation;

import io.goldenpath.dialect.definition.Captures;
import io.goldenpath.dialect.definition.Exchange;
import io.goldenpath.dialect.definition.HeartbeatRule;
import io.goldenpath.dialect.definition.HeartbeatRule.Answering;
import io.goldenpath.dialect.definition.ReplyRule;
import io.goldenpath.dialect.definition.SentMessage.OnSocket;
import io.goldenpath.framing.Outgoing;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the server may ask at any time, signs of life included, and our replies. */
final class UnaskedReplies {

  private final List<HeartbeatRule> heartbeats;
  private final List<ReplyRule> replies;
  private final ConversationVariables variables;
  private final MessageMaker maker;

  /** A reply that may be nothing, and whether it is to a sign of life. */
  record Reply(boolean heartbeat, List<Outgoing> messages) {}

  UnaskedReplies(Exchange exchange, ConversationVariables variables) {
    this.heartbeats = exchange.heartbeats();
    this.replies = exchange.replies();
    this.variables = variables;
    this.maker = new MessageMaker(variables);
  }

  /** By the first rule that matches; empty where the message asks for none. */
  Optional<Reply> to(Received message) {
    for (HeartbeatRule rule : heartbeats) {
      if (rule instanceof Answering beat && message.matches(beat.when())) {
        return Optional.of(new Reply(true, reply(message, beat.send(), beat.captures())));
      }
    }
    for (ReplyRule rule : replies) {
      if (message.matches(rule.when())) {
        return Optional.of(new Reply(false, reply(message, rule.send(), rule.captures())));
      }
    }
    return Optional.empty();
  }

  private List<Outgoing> reply(Received message, @Nullable OnSocket send, Captures captures) {
    variables.take(captures, message.view());
    return send == null ? List.of() : List.of(maker.make(send, message.view()));
  }
}
