package io.goldenpath.dialect.definition;

import io.goldenpath.framing.MessageTemplate;
import io.goldenpath.model.target.RequestTemplate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a step sends. */
public sealed interface SentMessage {

  /** What goes over the socket. */
  sealed interface OnSocket extends SentMessage {}

  /**
   * A message of any framing but GraphQL; its parts are those of {@code Outgoing}.
   *
   * @param name Socket.IO: the event. STOMP: the destination. Null elsewhere.
   */
  record Message(
      MessageTemplate text,
      @Nullable MessageTemplate name,
      Map<String, MessageTemplate> headers,
      boolean acknowledged)
      implements OnSocket {

    public Message {
      headers = Map.copyOf(headers);
    }

    /** A message whose framing names nothing beside it. */
    public Message(MessageTemplate text) {
      this(text, null, Map.of(), false);
    }
  }

  /**
   * A GraphQL operation; nothing is replaced in its query.
   *
   * @param variables Object in JSON; null where it has none.
   */
  record Operation(String query, @Nullable MessageTemplate variables) implements OnSocket {}

  /** An HTTP call with the user's token. */
  record Call(RequestTemplate request) implements SentMessage {}
}
