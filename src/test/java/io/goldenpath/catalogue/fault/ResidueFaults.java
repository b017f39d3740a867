package io.goldenpath.catalogue.fault;

import io.goldenpath.catalogue.change.BehaviourGroup;
import io.goldenpath.catalogue.change.Companions;
import io.goldenpath.catalogue.change.SystemNotices;
import io.goldenpath.demo.platform.DemoBehaviour;
import io.goldenpath.demo.platform.FaultHook;
import io.goldenpath.demo.platform.ScriptContext;
import io.goldenpath.demo.script.AskedQuestion;
import io.goldenpath.demo.script.ConnectedUser;
import io.goldenpath.demo.script.DemoState;
import io.goldenpath.demo.script.Script;
import io.goldenpath.demo.script.ScriptAction;
import io.goldenpath.demo.script.ScriptStep;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** What is left over from somebody's conversation, and comes before anything was asked. */
public final class ResidueFaults {

  public static final BehaviourGroup GROUP = new BehaviourGroup();

  public static final DemoBehaviour RESIDUE_EVENTS =
      GROUP.add(
          "residue_events",
          "Sends the events of the user's last run on a fresh connection.",
          left(ResidueFaults::own, ResidueFaults::events));

  public static final DemoBehaviour RESIDUE_OF_ANOTHER =
      GROUP.add(
          "residue_of_another",
          "Sends the events of another user's last run on a fresh connection.",
          left(ResidueFaults::others, ResidueFaults::events));

  public static final DemoBehaviour RESIDUE_ANSWER =
      GROUP.add(
          "residue_answer",
          "Repeats the user's last answer in a notice on a fresh connection.",
          left(
              ResidueFaults::own,
              asked ->
                  Script.of(
                      ScriptStep.frame(
                          10,
                          now ->
                              SystemNotices.system(
                                  "session_restored", asked.request().answer(), now)))));

  public static final DemoBehaviour STRANGERS_CODE_BEFORE_QUESTION =
      GROUP.add(
          "strangers_code_before_question",
          "Tells another's code on a fresh connection as soon as there is one.",
          new FaultHook.AtWelcome(
              (good, context) -> good.then(ScriptStep.at(0, overhear(context)))));

  private ResidueFaults() {}

  private static final Duration OVERHEARING = Duration.ofSeconds(5);

  /** Before the welcome, so that the user cannot have asked anything yet. */
  private static FaultHook left(
      Function<ScriptContext, Optional<AskedQuestion>> whose,
      Function<AskedQuestion, Script> remains) {
    return new FaultHook.AtWelcome((good, context) ->
        whose.apply(context).map(asked -> remains.apply(asked).then(good)).orElse(good));
  }

  private static Optional<AskedQuestion> own(ScriptContext context) {
    return context.state().history().of(context.user().id());
  }

  private static Optional<AskedQuestion> others(ScriptContext context) {
    DemoState state = context.state();
    return state
        .accounts()
        .after(context.user().id())
        .flatMap(account -> state.history().of(account.id()).stream())
        .findFirst();
  }

  private static Script events(AskedQuestion asked) {
    return new Script(asked.events().stream().map(event -> ScriptStep.event(5, event)).toList());
  }

  private static ScriptAction overhear(ScriptContext context) {
    return connection ->
        Companions.asker(context, OVERHEARING)
            .flatMap(ConnectedUser::question)
            .map(asked -> asked.request().code())
            .map(
                code -> SystemNotices.system("message_received", "Heard " + code, connection.now()))
            .map(connection::send)
            .orElse(true);
  }
}
