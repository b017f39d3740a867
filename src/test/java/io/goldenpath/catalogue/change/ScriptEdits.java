package io.goldenpath.catalogue.change;

import io.goldenpath.demo.script.EventEnvelope;
import io.goldenpath.demo.script.Script;
import io.goldenpath.demo.script.ScriptStep;
import io.goldenpath.demo.script.SendEvent;
import java.time.Duration;
import java.util.function.UnaryOperator;

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
    return script.mapEvents(sent ->
        sent.sends(type) ? new SendEvent(sent.event(), change.apply(sent.envelope())) : sent);
  }
}
