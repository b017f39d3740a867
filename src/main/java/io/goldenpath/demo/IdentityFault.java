package io.goldenpath.demo;

import java.time.Duration;
import java.util.function.UnaryOperator;

/** What belongs to somebody else, or to another run. */
public enum IdentityFault implements Fault {
  STRANGERS_ID_ON_TOP(
      "Sends an event that names another user on top.",
      new Play.AtMessage((run, scene) ->
          extra(run, shape -> shape.then(frame -> frame.put("user_id", scene.stranger().id()))))),
  STRANGERS_ID_IN_PAYLOAD(
      "Sends an event that names another user in its payload.",
      new Play.AtMessage((run, scene) ->
          extra(
              run,
              shape ->
                  shape.then(frame ->
                      frame.withObject("/payload").put("user_id", scene.stranger().id()))))),
  STRANGERS_ID_IN_DATA(
      "Sends an event that names another user in its data.",
      new Play.AtMessage((run, scene) ->
          extra(
              run,
              shape ->
                  shape.then(
                      frame -> frame.putObject("data").put("user_id", scene.stranger().id()))))),
  STRANGERS_ID_IN_CONTEXT(
      "Sends an event whose user context is another user's.",
      new Play.AtMessage((run, scene) ->
          extra(
              run,
              shape ->
                  shape.then(frame ->
                      frame.putObject("user_context").put("user_id", scene.stranger().id()))))),
  STRANGERS_ANSWER(
      "Gives a user the answer that it names as another's.",
      new Play.AtMessage((run, scene) ->
          run.dressed(
              Event.COMPLETED,
              shape -> shape.then(frame -> frame.put("user_id", scene.stranger().id()))))),
  STRANGERS_PONG(
      "Sends a user the pong of another.",
      new Play.AtMessage((run, scene) ->
          run.before(Event.THINKING, Cue.say(20, now -> Frames.pong(scene.stranger().id(), now))))),
  EVENT_OF_ANOTHER_RUN(
      "Sends an event of a run that nobody here has started.",
      new Play.AtMessage((run, scene) ->
          extra(run, shape -> shape.then(frame -> frame.put("run_id", Ids.unique("run")))))),
  EVENT_OF_ANOTHER_THREAD(
      "Sends an event of a conversation that is not this one.",
      Play.run(run ->
          extra(
              run.retold(tell -> new Act.Tell(tell.event(), Envelopes.USER_EMITTER)),
              shape ->
                  Envelopes.USER_EMITTER.then(
                      frame -> frame.put("thread_id", Ids.unique("thread")))))),
  THOUGHT_OF_ANOTHER_RUN(
      "Sends another run's thought in place of its own.",
      Play.run(run ->
          run.dressed(
              Event.THINKING,
              shape -> shape.then(frame -> frame.put("run_id", Ids.unique("run")))))),
  RUN_OF_ANOTHER(
      "Sends the whole run of another user in between.",
      new Play.AtMessage(Strangers::interleaved));

  private final String sentence;
  private final Play play;

  IdentityFault(String sentence, Play play) {
    this.sentence = sentence;
    this.play = play;
  }

  @Override
  public String sentence() {
    return sentence;
  }

  @Override
  public Play play() {
    return play;
  }

  /** One thought more, in that shape. */
  private static Script extra(Script run, UnaryOperator<Envelope> shape) {
    Event thought = run.event(Event.THINKING).with(body -> body.put("step_number", 2));
    return run.after(
        Event.THINKING,
        new Cue(Duration.ofMillis(30), new Act.Tell(thought, shape.apply(Envelope.STANDARD))));
  }
}
