package io.goldenpath.catalogue.fault;

import static io.goldenpath.catalogue.change.ScriptEdits.before;
import static io.goldenpath.catalogue.change.ScriptEdits.withEnvelope;

import io.goldenpath.catalogue.change.BehaviourGroup;
import io.goldenpath.catalogue.change.ForeignEventChanges;
import io.goldenpath.catalogue.change.PlatformEnvelopes;
import io.goldenpath.catalogue.change.ScriptEdits;
import io.goldenpath.demo.platform.DemoBehaviour;
import io.goldenpath.demo.platform.FaultHook;
import io.goldenpath.demo.script.DemoEvent;
import io.goldenpath.demo.script.DemoRunIds;
import io.goldenpath.demo.script.EventEnvelope;
import io.goldenpath.demo.script.Script;
import io.goldenpath.demo.script.ScriptStep;
import io.goldenpath.demo.script.SendEvent;
import io.goldenpath.demo.script.ServerFrames;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** What belongs to somebody else, or to another run. */
public final class IdentityFaults {

  public static final BehaviourGroup GROUP = new BehaviourGroup();

  public static final DemoBehaviour STRANGERS_ID_IN_PAYLOAD =
      GROUP.add(
          "strangers_id_in_payload",
          "Sends an event that names another user in its payload.",
          new FaultHook.AtMessage((run, context) ->
              extra(
                  run,
                  shape ->
                      shape.then(frame ->
                          frame
                              .withObject("/payload")
                              .put("user_id", context.otherAccount().id())))));

  public static final DemoBehaviour STRANGERS_ID_IN_DATA =
      GROUP.add(
          "strangers_id_in_data",
          "Sends an event that names another user in its data.",
          new FaultHook.AtMessage((run, context) ->
              extra(
                  run,
                  shape ->
                      shape.then(frame ->
                          frame.putObject("data").put("user_id", context.otherAccount().id())))));

  public static final DemoBehaviour STRANGERS_ID_IN_CONTEXT =
      GROUP.add(
          "strangers_id_in_context",
          "Sends an event whose user context is another user's.",
          new FaultHook.AtMessage((run, context) ->
              extra(
                  run,
                  shape ->
                      shape.then(frame ->
                          frame
                              .putObject("user_context")
                              .put("user_id", context.otherAccount().id())))));

  public static final DemoBehaviour STRANGERS_ANSWER =
      GROUP.add(
          "strangers_answer",
          "Gives a user the answer that it names as another's.",
          new FaultHook.AtMessage((run, context) ->
              withEnvelope(
                  run,
                  DemoEvent.COMPLETED,
                  shape ->
                      shape.then(frame -> frame.put("user_id", context.otherAccount().id())))));

  public static final DemoBehaviour STRANGERS_PONG =
      GROUP.add(
          "strangers_pong",
          "Sends a user the pong of another.",
          new FaultHook.AtMessage((run, context) ->
              before(
                  run,
                  DemoEvent.THINKING,
                  ScriptStep.frame(
                      20, now -> ServerFrames.pong(context.otherAccount().id(), now)))));

  public static final DemoBehaviour EVENT_OF_ANOTHER_RUN =
      GROUP.add(
          "event_of_another_run",
          "Sends an event of a run that nobody here has started.",
          new FaultHook.AtMessage((run, context) ->
              extra(
                  run,
                  shape -> shape.then(frame -> frame.put("run_id", DemoRunIds.unique("run"))))));

  public static final DemoBehaviour EVENT_OF_ANOTHER_THREAD =
      GROUP.add(
          "event_of_another_thread",
          "Sends an event of a conversation that is not this one.",
          FaultHook.run(run ->
              extra(
                  ScriptEdits.mapEvents(
                      run, sent -> new SendEvent(sent.event(), PlatformEnvelopes.USER_EMITTER)),
                  shape ->
                      PlatformEnvelopes.USER_EMITTER.then(
                          frame -> frame.put("thread_id", DemoRunIds.unique("thread"))))));

  public static final DemoBehaviour THOUGHT_OF_ANOTHER_RUN =
      GROUP.add(
          "thought_of_another_run",
          "Sends another run's thought in place of its own.",
          FaultHook.run(run ->
              withEnvelope(
                  run,
                  DemoEvent.THINKING,
                  shape -> shape.then(frame -> frame.put("run_id", DemoRunIds.unique("run"))))));

  public static final DemoBehaviour RUN_OF_ANOTHER =
      GROUP.add(
          "run_of_another",
          "Sends the whole run of another user in between.",
          new FaultHook.AtMessage(ForeignEventChanges::interleaved));

  private IdentityFaults() {}

  /** One thought more, in that shape. */
  private static Script extra(Script run, UnaryOperator<EventEnvelope> shape) {
    DemoEvent thought = run.event(DemoEvent.THINKING).with(body -> body.put("step_number", 2));
    return run.after(
        DemoEvent.THINKING,
        new ScriptStep(
            Duration.ofMillis(30), new SendEvent(thought, shape.apply(EventEnvelope.STANDARD))));
  }
}
