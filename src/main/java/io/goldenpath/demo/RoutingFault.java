package io.goldenpath.demo;

import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Events that go to the wrong connection, and names that two users are given. */
public enum RoutingFault implements Fault {
  STRANGERS_EVENT(
      "Sends an event of another's run here too.",
      Leak.question((run, asked) ->
          run.after(Event.THINKING, Cue.tell(20, Strangers.event(Event.THINKING, asked.ids()))))),
  STRANGERS_RUN_COPIED(
      "Sends all of another's run here too.",
      Leak.question((run, asked) -> Strangers.copied(run, asked.events()))),
  BROADCAST_TO_IDLE(
      "Sends a thought of this user's also to everybody who has asked nothing.",
      Play.run(run ->
          run.after(
              Event.THINKING,
              Cue.at(
                  0,
                  new Act.Elsewhere(
                      RoutingFault::idle,
                      now -> Envelope.STANDARD.wrap(run.event(Event.THINKING), now)))))),
  SHARED_RUN_ID(
      "Gives this user's run the id of another's.",
      shared((own, others) -> own.withRun(others.run()))),
  SHARED_THREAD_ID(
      "Puts this user's run into the conversation of another, without being asked to.",
      shared((own, others) -> own.withThread(others.thread()))),
  SHARED_CONNECTION_ID(
      "Gives a connection the id of another user's.",
      new Play.AtWelcome(
          (good, scene) -> {
            Other other = scene.other();
            return other == null
                ? good
                : Greeting.of(now -> Frames.welcome(scene.visitor().at(other.visitor()), now));
          },
          true)),
  DIVERTED_EVENT(
      "Sends a thought to another user in place of the one who asked.",
      diverted(cue -> cue.tells(Event.THINKING))),
  DIVERTED_ANSWER(
      "Sends the answer to another user in place of the one who asked.",
      diverted(cue -> cue.tells(Event.COMPLETED))),
  DIVERTED_RUN(
      "Sends the whole run to another user in place of the one who asked.",
      diverted(cue -> cue.act() instanceof Act.Tell)),
  ANY_THREAD(
      "Serves a message in another user's conversation, and quotes what was last said there.",
      new Play.AtForeignThread());

  private final String sentence;
  private final Play play;

  RoutingFault(String sentence, Play play) {
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

  @Override
  public boolean onGoldenPath() {
    return false;
  }

  private static Play diverted(Predicate<Cue> which) {
    return Leak.play((run, other) ->
        new Script(
            run.cues().stream()
                .map(cue -> which.test(cue) ? cue.with(elsewhere(cue.act(), other)) : cue)
                .toList()));
  }

  private static Act elsewhere(Act act, Other other) {
    return act instanceof Act.Tell tell
        ? new Act.Elsewhere(_ -> Stream.of(other.mouth()), tell::frame)
        : act;
  }

  private static Play shared(BinaryOperator<Ids> change) {
    return Leak.question((run, asked) ->
        run.retold(tell -> {
          Event event = tell.event();
          return new Act.Tell(event.with(change.apply(event.ids(), asked.ids())), tell.envelope());
        }));
  }

  private static Stream<Mouth> idle(Present present) {
    return present.listening().filter(one -> !one.hasAsked()).map(Conversation::mouth);
  }
}
