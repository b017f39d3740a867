package io.goldenpath.catalogue.fault;

import static io.goldenpath.catalogue.change.ScriptEdits.delayed;

import io.goldenpath.catalogue.change.BehaviourGroup;
import io.goldenpath.catalogue.change.BurstCounter;
import io.goldenpath.catalogue.change.ErrorChanges;
import io.goldenpath.catalogue.change.LostRuns;
import io.goldenpath.catalogue.change.ScriptEdits;
import io.goldenpath.demo.platform.DemoBehaviour;
import io.goldenpath.demo.platform.DemoReply;
import io.goldenpath.demo.platform.FaultHook;
import io.goldenpath.demo.platform.FaultHook.ScriptChange;
import io.goldenpath.demo.script.ClientMessage.Kind;
import io.goldenpath.demo.script.ConnectionControl;
import io.goldenpath.demo.script.Script;
import io.goldenpath.demo.script.ScriptAction;
import io.goldenpath.demo.script.ScriptStep;
import io.goldenpath.demo.script.WelcomeScript;
import java.util.Set;

/** What goes wrong after something has gone wrong: a bad message, a lost connection, a rush. */
public final class RecoveryFaults {

  public static final BehaviourGroup GROUP = new BehaviourGroup();

  public static final DemoBehaviour DIES_ON_MALFORMED =
      GROUP.add(
          "dies_on_malformed",
          "Closes with 1011 when a message is malformed.",
          malformed(ScriptStep.close(10, 1011, "Unexpected error")));

  public static final DemoBehaviour DEAF_AFTER_MALFORMED =
      GROUP.add(
          "deaf_after_malformed",
          "Answers nothing any more once a message was malformed, while heartbeats go on.",
          malformed(ScriptStep.at(0, ScriptAction.of(ConnectionControl::stopReading))));

  public static final DemoBehaviour WELCOME_LATE_AGAIN =
      GROUP.add(
          "welcome_late_again",
          "Welcomes a user who comes back only after 1.2 seconds.",
          returning((good, _) -> delayed(good, 1200)));

  public static final DemoBehaviour REFUSES_AGAIN =
      GROUP.add(
          "refuses_again",
          "Answers with 503 the upgrade of a user who comes back.",
          new FaultHook.AtUpgrade(
              (admission, state) ->
                  admission.refusal() == null && state.hasSeen(admission.user().id()),
              DemoReply.json(503, "{\"detail\":\"Session is still open\"}")));

  public static final DemoBehaviour SHUT_AGAIN =
      GROUP.add(
          "shut_again",
          "Reports an error to a user who comes back and closes with 1011.",
          returning((_, _) ->
              Script.of(
                  ScriptStep.frame(
                      20,
                      now -> ErrorChanges.component(1003, "Factory", "Stale session found", now)),
                  ScriptStep.close(10, 1011, "Factory error"))));

  public static final DemoBehaviour DEAF_AGAIN =
      GROUP.add(
          "deaf_again",
          "Welcomes a user who comes back, and answers nothing.",
          returning((_, context) ->
              Script.of(WelcomeScript.heartbeat(15), ScriptEdits.welcome(25, context.user()))));

  public static final DemoBehaviour RESUMES_WITH_GAP =
      GROUP.add(
          "resumes_with_gap",
          "Goes on with a lost run on the user's next connection, and loses an event.",
          () -> LostRuns.resumed(rest -> rest.from(1)));

  public static final DemoBehaviour RESUMES_TWICE =
      GROUP.add(
          "resumes_twice",
          "Goes on with a lost run on the user's next connection, and tells an event twice.",
          () -> LostRuns.resumed(rest -> Script.of(rest.steps().getFirst()).then(rest)));

  public static final DemoBehaviour DIES_ON_BURST =
      GROUP.add(
          "dies_on_burst",
          "Closes with 1008 on more than three messages within 200 milliseconds.",
          () -> BurstCounter.exceeded(Script.of(ScriptStep.close(0, 1008, "Rate limit exceeded"))));

  public static final DemoBehaviour BURST_LOSES_ONE =
      GROUP.add(
          "burst_loses_one",
          "Never answers the fourth of many messages within 200 milliseconds.",
          () -> BurstCounter.exceeded(Script.EMPTY));

  private static final Set<Kind> MALFORMED = Set.of(Kind.UNREADABLE, Kind.SHAPELESS, Kind.UNTYPED);

  private RecoveryFaults() {}

  private static FaultHook returning(ScriptChange change) {
    return new FaultHook.AtWelcome(change, true);
  }

  private static FaultHook malformed(ScriptStep instead) {
    return new FaultHook.AtReceived(
        received -> MALFORMED.contains(received.message().kind()), Script.of(instead));
  }
}
