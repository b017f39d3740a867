package io.goldenpath.demo.script;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.springframework.web.socket.CloseStatus;
import tools.jackson.databind.node.ObjectNode;

/** Action of a script, and the gap before it. */
public record ScriptStep(Duration gap, ScriptAction action) {

  public static ScriptStep at(long millis, ScriptAction action) {
    return new ScriptStep(Duration.ofMillis(millis), action);
  }

  public static ScriptStep frame(long millis, Function<Instant, ObjectNode> frame) {
    return at(millis, ScriptAction.send(frame));
  }

  public static ScriptStep event(long millis, DemoEvent event) {
    return at(millis, new SendEvent(event, EventEnvelope.STANDARD));
  }

  public static ScriptStep close(long millis, int code, String reason) {
    CloseStatus status = new CloseStatus(code, reason);
    return at(millis, ScriptAction.of(connection -> connection.close(status)));
  }

  public static ScriptStep cut(long millis) {
    return at(millis, ScriptAction.of(ConnectionControl::cut));
  }

  public ScriptStep with(ScriptAction other) {
    return new ScriptStep(gap, other);
  }

  public ScriptStep after(Duration other) {
    return new ScriptStep(other, action);
  }

  public boolean sends(String type) {
    return action instanceof SendEvent sent && sent.sends(type);
  }
}
