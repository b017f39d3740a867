package io.goldenpath.demo;

import java.time.Instant;
import java.util.function.Function;
import org.springframework.web.socket.CloseStatus;
import tools.jackson.databind.node.ObjectNode;

/** What the platform does when a connection has been opened. */
final class Greeting {

  private static final CloseStatus AUTH_FAILED =
      CloseStatus.SERVER_ERROR.withReason("SSOT Auth failed");

  private Greeting() {}

  static Script of(Visitor visitor) {
    return of(now -> Frames.welcome(visitor, now));
  }

  /** With this welcome. */
  static Script of(Function<Instant, ObjectNode> welcome) {
    return Script.of(
        Cue.at(15, new Act.Pulse()), Cue.say(25, welcome), Cue.at(0, new Act.Listen()));
  }

  static Script of(Refusal refusal) {
    return Script.of(
        Cue.at(20, new Act.Say(now -> Frames.error(refusal.code(), refusal.reason(), now))),
        Cue.at(5, new Act.Close(AUTH_FAILED)));
  }

  static Act welcome(Visitor visitor) {
    return new Act.Say(now -> Frames.welcome(visitor, now));
  }
}
