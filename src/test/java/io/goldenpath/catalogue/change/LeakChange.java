package io.goldenpath.catalogue.change;

import io.goldenpath.demo.platform.FaultHook;
import io.goldenpath.demo.script.AskedQuestion;
import io.goldenpath.demo.script.ConnectedUser;
import io.goldenpath.demo.script.Script;
import java.util.function.BiFunction;

/** Rewrites a run with what belongs to somebody else. */
public final class LeakChange {

  private LeakChange() {}

  /** Where somebody else is there. */
  public static FaultHook of(BiFunction<Script, ConnectedUser, Script> change) {
    return new FaultHook.AtMessage((run, context) ->
        Companions.asker(context).map(other -> change.apply(run, other)).orElse(run));
  }

  /** With the code of somebody else, where there is one. */
  public static FaultHook code(BiFunction<Script, String, Script> change) {
    return question((run, asked) -> {
      String code = asked.request().code();
      return code == null ? run : change.apply(run, code);
    });
  }

  /** With the question of somebody else, where there is one. */
  public static FaultHook question(BiFunction<Script, AskedQuestion, Script> change) {
    return of((run, other) -> other.question().map(asked -> change.apply(run, asked)).orElse(run));
  }
}
