package io.goldenpath.demo;

import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** Twists of what a run comes to. */
final class Answers {

  private Answers() {}

  static Script wrongSum(Script run, Scene scene) {
    Understood request = scene.request();
    Understood.Addition addition = request.addition();
    return addition == null ? run : replaced(run, request.answer(addition.sum() + 1));
  }

  static Script replaced(Script run, String answer) {
    return replaced(run, Json.MAPPER.getNodeFactory().stringNode(answer));
  }

  static Script replaced(Script run, JsonNode answer) {
    return run.changed(Event.COMPLETED, event -> event.with(body -> body.set("result", answer)));
  }

  /** With the answer that was given made into another. */
  static Script reworded(Script run, UnaryOperator<String> change) {
    return run.changed(
        Event.COMPLETED,
        event ->
            event.with(
                body -> body.put("result", change.apply(body.path("result").stringValue("")))));
  }
}
