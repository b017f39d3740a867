package io.goldenpath.catalogue.change;

import io.goldenpath.demo.platform.FaultHook;
import io.goldenpath.demo.platform.ScriptContext;
import io.goldenpath.demo.script.ConnectedUser;
import io.goldenpath.demo.script.Script;
import io.goldenpath.demo.script.ScriptStep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Goes on with runs whose connection was lost, on the user's next connection. */
public final class LostRuns {

  private static final int MOST_KEPT = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration INTERVAL = Duration.ofMillis(5);

  private final Map<String, Kept> kept = new HashMap<>();

  /** What was not sent any more, and since when. */
  private record Kept(Script rest, Instant since) {}

  /** Resumes runs, with their rest changed so. */
  public static FaultHook resumed(UnaryOperator<Script> change) {
    LostRuns runs = new LostRuns();
    return new FaultHook.AtLoss((rest, context) -> runs.resume(change.apply(rest), context));
  }

  private void resume(Script rest, ScriptContext context) {
    String user = context.user().id();
    keep(user, rest, context.state().now());
    for (Duration left = PATIENCE; left.isPositive(); left = left.minus(INTERVAL)) {
      Optional<ConnectedUser> back =
          context.state().connected(user).filter(ConnectedUser::listens).findFirst();
      if (back.isPresent()) {
        back.get().play(take(user, context.state().now()), again -> lostAgain(again, context));
        return;
      }
      context.state().timer().await(INTERVAL);
    }
  }

  private void lostAgain(Script rest, ScriptContext context) {
    if (!rest.steps().isEmpty()) {
      resume(rest, context);
    }
  }

  /** Keeps what a user is still to be sent. */
  synchronized void keep(String user, Script rest, Instant now) {
    Script all = take(user, now).then(rest);
    kept.put(user, new Kept(all.from(Math.max(0, all.steps().size() - MOST_KEPT)), now));
  }

  /** What a user is still to be sent; what is overdue comes at once. */
  synchronized Script take(String user, Instant now) {
    Kept found = kept.remove(user);
    return found == null
        ? Script.EMPTY
        : sooner(found.rest(), Duration.between(found.since(), now));
  }

  /** As much sooner as so much time has passed; what is overdue comes at once. */
  private static Script sooner(Script script, Duration passed) {
    List<ScriptStep> all = new ArrayList<>();
    Duration left = passed;
    for (ScriptStep step : script.steps()) {
      Duration gap = step.gap().compareTo(left) > 0 ? step.gap().minus(left) : Duration.ZERO;
      left = left.minus(step.gap().minus(gap));
      all.add(step.after(gap));
    }
    return new Script(all);
  }
}
