package io.goldenpath.demo.script;

import java.time.Instant;
import java.util.function.Function;
import org.springframework.web.socket.CloseStatus;
import tools.jackson.databind.node.ObjectNode;

/** Scripts for a connection that has just been opened. */
public final class WelcomeScript {

  private WelcomeScript() {}

  public static Script of(DemoUser user) {
    return of(now -> ServerFrames.welcome(user, now));
  }

  public static Script of(Function<Instant, ObjectNode> welcome) {
    return Script.of(heartbeat(15), ScriptStep.frame(25, welcome), reading(0));
  }

  public static Script refusing(String code, String message) {
    return Script.of(
        ScriptStep.frame(20, now -> ServerFrames.error(code, message, now)),
        ScriptStep.close(5, CloseStatus.SERVER_ERROR.getCode(), "SSOT Auth failed"));
  }

  public static ScriptStep heartbeat(long millis) {
    return ScriptStep.at(millis, ScriptAction.of(ConnectionControl::startHeartbeat));
  }

  public static ScriptStep reading(long millis) {
    return ScriptStep.at(millis, ScriptAction.of(ConnectionControl::startReading));
  }
}
