package io.goldenpath.dialect.conversation;

import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.dialect.Reading;
import io.goldenpath.dialect.definition.Captures;
import io.goldenpath.dialect.definition.ReadyRule;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Whether a connection takes a question yet. */
final class Readiness {

  private static final String MAX_PAYLOAD = "maxPayload";
  private static final String READY = "ready";

  private final ReadyRule rule;
  private final ConversationVariables variables;
  private int count;
  private @Nullable Received last;
  private @Nullable Integer maxMessageBytes;
  private boolean ready;

  Readiness(ReadyRule rule, ConversationVariables variables) {
    this.rule = rule;
    this.variables = variables;
  }

  boolean ready() {
    return ready;
  }

  /** All that opens the connection was sent. */
  Optional<Reading.Part> opened(long nanos) {
    boolean now = rule instanceof ReadyRule.AtOnce && !ready;
    ready |= now;
    return now
        ? Optional.of(new Reading.Part(DecodedFrame.of(readyNow()), "", 0, nanos))
        : Optional.empty();
  }

  /** What the message adds to it; empty where it is none of those that are waited for. */
  Optional<Reading.Part> received(Received message) {
    if (ready) {
      return Optional.empty();
    }
    limit(message.view().envelope().headers().get(MAX_PAYLOAD));
    return switch (rule) {
      case ReadyRule.AtOnce() -> Optional.empty();
      case ReadyRule.Count counted when message.matches(counted.when()) ->
          Optional.of(counted(message, counted));
      case ReadyRule.Count _ -> Optional.empty();
      case ReadyRule.Quiet quiet -> quietAfter(message, quiet);
    };
  }

  /** Bytes that the server takes in one message, where its framing says so. */
  private void limit(@Nullable String bytes) {
    if (bytes != null && bytes.matches("[1-9][0-9]{0,8}")) {
      maxMessageBytes = Integer.valueOf(bytes);
    }
  }

  private FrameContent readyNow() {
    return new FrameContent.Ready(maxMessageBytes, null, null);
  }

  private Reading.Part counted(Received message, ReadyRule.Count rule) {
    message.takenBy(READY);
    variables.take(rule.captures(), message.view());
    ready = ++count >= rule.messages();
    return message.part(ready ? readyNow() : new FrameContent.Notice("one that makes ready"));
  }

  private Optional<Reading.Part> quietAfter(Received message, ReadyRule.Quiet rule) {
    boolean matches = message.matches(rule.when());
    if (matches) {
      message.takenBy(READY);
      variables.take(rule.captures(), message.view());
    }
    if (matches || last != null) {
      last = message;
    }
    return matches
        ? Optional.of(message.part(new FrameContent.Notice("one that makes ready")))
        : Optional.empty();
  }

  /** Ready since the last message, where nothing has come for long enough. */
  Optional<Reading.Part> elapsed(long nanos) {
    if (last == null || next().isEmpty() || next().getAsLong() - nanos > 0) {
      return Optional.empty();
    }
    ready = true;
    return Optional.of(
        new Reading.Part(DecodedFrame.of(readyNow()), "", last.number(), last.nanos()));
  }

  OptionalLong next() {
    return !ready && last != null && rule instanceof ReadyRule.Quiet(_, Duration quiet, Captures _)
        ? OptionalLong.of(last.nanos() + quiet.toNanos())
        : OptionalLong.empty();
  }
}
