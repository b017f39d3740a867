package io.goldenpath.demo.session;

import io.goldenpath.demo.script.AskedQuestion;
import io.goldenpath.demo.script.Script;
import io.goldenpath.demo.user.DemoUser;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.web.socket.CloseStatus;
import tools.jackson.databind.node.ObjectNode;

/** A user's connection, as others see it. */
public interface ConnectedUser {

  DemoUser user();

  /** What they asked last on this connection. */
  Optional<AskedQuestion> question();

  /** Whether the user has been welcomed, is read, and is still there. */
  boolean listens();

  /** Sends a frame; whether that was possible. */
  boolean send(ObjectNode frame);

  /** Plays it, and hands over in the end what could not be played any more. */
  void play(Script script, Consumer<Script> end);

  void close(CloseStatus status);
}
