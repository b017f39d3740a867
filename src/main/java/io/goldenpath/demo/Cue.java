package io.goldenpath.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import tools.jackson.databind.node.ObjectNode;

/**
 * An act and its time.
 *
 * @param gap Time since the act before it.
 * @param act What is done then.
 */
record Cue(Duration gap, Act act) {

  static Cue at(long millis, Act act) {
    return new Cue(Duration.ofMillis(millis), act);
  }

  static Cue say(long millis, Function<Instant, ObjectNode> line) {
    return at(millis, new Act.Say(line));
  }

  static Cue tell(long millis, Event event) {
    return at(millis, new Act.Tell(event, Envelope.STANDARD));
  }

  /** Text as it stands, whatever it is. */
  static Cue raw(long millis, String text) {
    return at(millis, new Act.Write(List.of(new TextMessage(text))));
  }

  static Cue close(long millis, int code, String reason) {
    return at(millis, new Act.Close(new CloseStatus(code, reason)));
  }

  static Cue cut(long millis) {
    return at(millis, new Act.Cut());
  }

  Cue with(Act other) {
    return new Cue(gap, other);
  }

  Cue after(Duration other) {
    return new Cue(other, act);
  }

  /** Whether an event of this type is told. */
  boolean tells(String type) {
    return act instanceof Act.Tell tell && tell.event().type().equals(type);
  }
}
