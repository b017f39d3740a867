package io.goldenpath.catalogue.fault;

import io.goldenpath.catalogue.change.BehaviourGroup;
import io.goldenpath.catalogue.change.Companions;
import io.goldenpath.catalogue.change.ForeignEventChanges;
import io.goldenpath.catalogue.change.LeakChange;
import io.goldenpath.catalogue.change.ScriptEdits;
import io.goldenpath.demo.platform.DemoBehaviour;
import io.goldenpath.demo.platform.FaultHook;
import io.goldenpath.demo.platform.ScriptContext;
import io.goldenpath.demo.script.AskedQuestion;
import io.goldenpath.demo.script.ConnectedUser;
import io.goldenpath.demo.script.DemoEvent;
import io.goldenpath.demo.script.DemoRunIds;
import io.goldenpath.demo.script.DemoUser;
import io.goldenpath.demo.script.EventEnvelope;
import io.goldenpath.demo.script.Script;
import io.goldenpath.demo.script.ScriptAction;
import io.goldenpath.demo.script.ScriptStep;
import io.goldenpath.demo.script.SendEvent;
import io.goldenpath.demo.script.WelcomeScript;
import java.time.Instant;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Events that go to the wrong connection, and names that two users are given. */
public final class RoutingFaults {

  public static final BehaviourGroup GROUP = new BehaviourGroup();

  public static final DemoBehaviour STRANGERS_EVENT =
      GROUP.add(
          "strangers_event",
          "Sends an event of another's run here too.",
          LeakChange.question((run, asked) ->
              run.after(
                  DemoEvent.THINKING,
                  ScriptStep.event(
                      20, ForeignEventChanges.event(DemoEvent.THINKING, asked.ids())))));

  public static final DemoBehaviour STRANGERS_RUN_COPIED =
      GROUP.add(
          "strangers_run_copied",
          "Sends all of another's run here too.",
          LeakChange.question((run, asked) -> ForeignEventChanges.copied(run, asked.events())));

  public static final DemoBehaviour BROADCAST_TO_IDLE =
      GROUP.add(
          "broadcast_to_idle",
          "Sends a thought of this user's also to everybody who has asked nothing.",
          new FaultHook.AtMessage((run, context) ->
              run.after(
                  DemoEvent.THINKING,
                  ScriptStep.at(
                      0,
                      elsewhere(
                          () -> idle(context),
                          now ->
                              EventEnvelope.STANDARD.wrap(run.event(DemoEvent.THINKING), now))))));

  public static final DemoBehaviour SHARED_RUN_ID =
      GROUP.add(
          "shared_run_id",
          "Gives this user's run the id of another's.",
          shared((own, others) -> new DemoRunIds(own.user(), own.thread(), others.run())));

  public static final DemoBehaviour SHARED_THREAD_ID =
      GROUP.add(
          "shared_thread_id",
          "Puts this user's run into the conversation of another, without being asked to.",
          shared((own, others) -> own.withThread(others.thread())));

  public static final DemoBehaviour SHARED_CONNECTION_ID =
      GROUP.add(
          "shared_connection_id",
          "Gives a connection the id of another user's.",
          new FaultHook.AtWelcome((good, context) ->
              Companions.next(context)
                  .map(other -> connectedAs(context.user(), other.user()))
                  .map(WelcomeScript::of)
                  .orElse(good)));

  public static final DemoBehaviour DIVERTED_EVENT =
      GROUP.add(
          "diverted_event",
          "Sends a thought to another user in place of the one who asked.",
          diverted(sent -> sent.sends(DemoEvent.THINKING)));

  public static final DemoBehaviour DIVERTED_ANSWER =
      GROUP.add(
          "diverted_answer",
          "Sends the answer to another user in place of the one who asked.",
          diverted(sent -> sent.sends(DemoEvent.COMPLETED)));

  public static final DemoBehaviour DIVERTED_RUN =
      GROUP.add(
          "diverted_run",
          "Sends the whole run to another user in place of the one who asked.",
          diverted(_ -> true));

  public static final DemoBehaviour ANY_THREAD =
      GROUP.add(
          "any_thread",
          "Serves a message in another user's conversation, and quotes what was last said there.",
          new FaultHook.AtForeignThread(RoutingFaults::quoting));

  private RoutingFaults() {}

  private static DemoUser connectedAs(DemoUser user, DemoUser other) {
    return new DemoUser(user.id(), user.name(), other.connection(), user.token());
  }

  private static FaultHook diverted(Predicate<SendEvent> which) {
    return LeakChange.of((run, other) ->
        ScriptEdits.mapActions(
            run,
            action ->
                action instanceof SendEvent sent && which.test(sent)
                    ? elsewhere(() -> Stream.of(other), sent::frame)
                    : action));
  }

  private static ScriptAction elsewhere(
      Supplier<Stream<ConnectedUser>> users, Function<Instant, ObjectNode> frame) {
    return ScriptAction.of(
        connection -> users.get().forEach(other -> other.send(frame.apply(connection.now()))));
  }

  private static Script quoting(Script run, AskedQuestion last) {
    return ScriptEdits.changeAnswer(
        run, answer -> answer + " Before that I said here: " + last.request().answer());
  }

  private static FaultHook shared(BinaryOperator<DemoRunIds> change) {
    return LeakChange.question((run, asked) ->
        ScriptEdits.mapEvents(
            run,
            sent -> {
              DemoEvent event = sent.event();
              return new SendEvent(
                  ScriptEdits.withIds(event, change.apply(event.ids(), asked.ids())),
                  sent.envelope());
            }));
  }

  private static Stream<ConnectedUser> idle(ScriptContext context) {
    return Companions.listening(context).filter(one -> one.question().isEmpty());
  }
}
