package io.goldenpath.catalogue.change;

import io.goldenpath.demo.platform.FaultHook;
import io.goldenpath.demo.script.EventEnvelope;
import io.goldenpath.demo.script.Script;
import io.goldenpath.demo.script.ScriptAction;
import io.goldenpath.demo.script.SendEvent;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.web.socket.TextMessage;
import tools.jackson.databind.node.ObjectNode;

/** Writes events in another way than the platform does. */
public final class EventWriting {

  private EventWriting() {}

  public static Script of(
      Script run, Predicate<SendEvent> which, Function<ObjectNode, List<TextMessage>> writing) {
    return ScriptEdits.mapActions(
        run,
        action ->
            action instanceof SendEvent sent && which.test(sent) ? written(sent, writing) : action);
  }

  /** Every event of a run in this envelope. */
  public static FaultHook inEnvelope(EventEnvelope envelope) {
    return FaultHook.run(
        run -> ScriptEdits.mapEvents(run, sent -> new SendEvent(sent.event(), envelope)));
  }

  private static ScriptAction written(
      SendEvent sent, Function<ObjectNode, List<TextMessage>> writing) {
    return connection -> connection.send(sent.frame(connection.now()), writing);
  }
}
