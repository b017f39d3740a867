package io.goldenpath.catalogue.change;

import io.goldenpath.demo.script.DemoEvent;
import io.goldenpath.demo.script.DemoRunIds;
import io.goldenpath.demo.script.DemoUser;
import io.goldenpath.demo.script.EventEnvelope;
import io.goldenpath.demo.script.Script;
import io.goldenpath.demo.script.ScriptAction;
import io.goldenpath.demo.script.ScriptStep;
import io.goldenpath.demo.script.SendEvent;
import io.goldenpath.demo.script.ServerFrames;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.web.socket.TextMessage;
import tools.jackson.databind.JsonNode;

/** Further ways to rewrite a script. */
public final class ScriptEdits {

  private ScriptEdits() {}

  /** Up to and with the last event of this type. */
  public static Script until(Script script, String type) {
    return new Script(script.steps().subList(0, script.last(type) + 1));
  }

  /** With more steps right before the first event of this type. */
  public static Script before(Script script, String type, ScriptStep... more) {
    return script.insert(script.first(type), more);
  }

  /** With these steps before everything else. */
  public static Script startingWith(Script script, ScriptStep... more) {
    return script.insert(0, more);
  }

  /** With nothing before that time. */
  public static Script delayed(Script script, long millis) {
    ScriptStep first = script.steps().getFirst().after(Duration.ofMillis(millis));
    return Script.of(first).then(script.from(1));
  }

  /** With events of this type in another envelope. */
  public static Script withEnvelope(
      Script script, String type, UnaryOperator<EventEnvelope> change) {
    return mapEvents(
        script,
        sent ->
            sent.sends(type) ? new SendEvent(sent.event(), change.apply(sent.envelope())) : sent);
  }

  public static Script mapEvents(Script script, UnaryOperator<SendEvent> change) {
    return mapActions(
        script, action -> action instanceof SendEvent sent ? change.apply(sent) : action);
  }

  public static Script mapActions(Script script, UnaryOperator<ScriptAction> change) {
    return new Script(
        script.steps().stream().map(step -> step.with(change.apply(step.action()))).toList());
  }

  public static Script withAnswer(Script script, JsonNode answer) {
    return script.changeEvent(
        DemoEvent.COMPLETED, event -> event.with(body -> body.set("result", answer)));
  }

  public static Script changeAnswer(Script script, UnaryOperator<String> change) {
    return script.changeEvent(
        DemoEvent.COMPLETED,
        event ->
            event.with(
                body -> body.put("result", change.apply(body.path("result").stringValue("")))));
  }

  public static DemoEvent withIds(DemoEvent event, DemoRunIds ids) {
    return new DemoEvent(event.type(), event.agent(), ids, event.body());
  }

  /** Raw text, JSON or not. */
  public static ScriptStep text(long millis, String text) {
    return ScriptStep.at(millis, connection -> connection.write(List.of(new TextMessage(text))));
  }

  public static ScriptStep welcome(long millis, DemoUser user) {
    return ScriptStep.frame(millis, now -> ServerFrames.welcome(user, now));
  }
}
