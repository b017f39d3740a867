package io.goldenpath.demo;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import tools.jackson.databind.node.ObjectNode;

/** One thing that the platform does on a connection. */
sealed interface Act {

  /** Tells an event. */
  record Tell(Event event, Envelope envelope) implements Act {

    ObjectNode frame(Instant now) {
      return envelope.wrap(event, now);
    }
  }

  /** Tells an event in writing of its own. */
  record Spell(Tell tell, Function<ObjectNode, List<TextMessage>> writing) implements Act {}

  /** Says anything else. */
  record Say(Function<Instant, ObjectNode> line) implements Act {}

  /** Writes a message as it stands, in these parts. */
  record Write(List<WebSocketMessage<?>> parts) implements Act {

    public Write {
      parts = List.copyOf(parts);
    }
  }

  /** Says something on other connections. */
  record Elsewhere(Function<Present, Stream<Mouth>> mouths, Function<Instant, ObjectNode> line)
      implements Act {}

  /** Goes on with acts that are known only now. */
  record Later(Supplier<Script> script) implements Act {}

  /** Closes by the rules. */
  record Close(CloseStatus status) implements Act {}

  /** Ends the TCP connection without a close frame. */
  record Cut() implements Act {}

  /** Begins the application heartbeat, with a first ping at once. */
  record Pulse() implements Act {}

  /** Begins to hear what the user says. */
  record Listen() implements Act {}

  /** Hears nothing any more. */
  record Deafen() implements Act {}
}
