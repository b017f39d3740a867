package io.goldenpath.demo.script;

import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.web.socket.CloseStatus;
import tools.jackson.databind.node.ObjectNode;

/** A user's connection, as others see it. */
public interface ConnectedUser {

  DemoUser user();

  /** The last one on this connection. */
  Optional<AskedQuestion> question();

  /** Whether the user has been welcomed, is read, and is still there. */
  boolean listens();

  /** Whether the frame could be sent. */
  boolean send(ObjectNode frame);

  /** At the end, passes {@code end} the steps that could not be played, if any. */
  void play(Script script, Consumer<Script> end);

  void close(CloseStatus status);
}
