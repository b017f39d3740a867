package io.goldenpath.demo.platform;

import io.goldenpath.demo.platform.FaultHook.ScriptChange;
import io.goldenpath.demo.script.AskedQuestion;
import io.goldenpath.demo.script.CannedScript;
import io.goldenpath.demo.script.ClientMessage;
import io.goldenpath.demo.script.DemoRunIds;
import io.goldenpath.demo.script.DemoState;
import io.goldenpath.demo.script.DemoUser;
import io.goldenpath.demo.script.Script;
import io.goldenpath.demo.script.ServerFrames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Runs agents on one connection's questions. */
final class AgentRunner {

  private static final int RUNS_AT_ONCE = 32;

  private final DemoUser user;
  private final DemoState state;
  private final DemoFaults.ForConnection hooks;
  private final FrameSender sender;
  private final AtomicInteger runs = new AtomicInteger();
  private volatile @Nullable AskedQuestion asked;

  AgentRunner(DemoUser user, DemoState state, DemoFaults.ForConnection hooks, FrameSender sender) {
    this.user = user;
    this.state = state;
    this.hooks = hooks;
    this.sender = sender;
  }

  Optional<AskedQuestion> asked() {
    return Optional.ofNullable(asked);
  }

  void runCanned(String text) {
    if (begins()) {
      sender.play(CannedScript.of(text, user), _ -> runs.decrementAndGet());
    }
  }

  void run(ClientMessage message) {
    Optional<AskedQuestion> last =
        Optional.ofNullable(message.thread()).flatMap(thread -> state.history().in(thread));
    Optional<AskedQuestion> foreign = last.filter(one -> !one.ids().user().equals(user.id()));
    List<ScriptChange> changes = new ArrayList<>();
    foreign.ifPresent(question ->
        hooks.due(FaultHook.AtForeignThread.class).stream()
            .<ScriptChange>map(hook -> (run, _) -> hook.change().apply(run, question))
            .forEach(changes::add));
    if (foreign.isPresent() && changes.isEmpty()) {
      complain("THREAD_FORBIDDEN", "This thread belongs to another user");
    } else if (begins()) {
      hooks.due(FaultHook.AtMessage.class).forEach(hook -> changes.add(hook.change()));
      DemoRunIds fresh = DemoRunIds.fresh(user.id());
      DemoRunIds ids = last.map(one -> fresh.withThread(one.ids().thread())).orElse(fresh);
      AskedQuestion question = new AskedQuestion(ids, message.text());
      asked = question;
      // a change may wait for another user
      state.timer().after(Duration.ZERO, () -> begin(question, changes));
    }
  }

  private void begin(AskedQuestion question, List<ScriptChange> changes) {
    ScriptContext context = new ScriptContext(user, question.text(), question.ids(), state);
    Script script = ScriptChange.all(changes, question.script(state.pace()), context);
    state.history().remember(question);
    sender.play(script, rest -> ended(rest, context));
  }

  private void ended(Script rest, ScriptContext context) {
    runs.decrementAndGet();
    if (!rest.steps().isEmpty()) {
      hooks.due(FaultHook.AtLoss.class).forEach(hook -> hook.lost().accept(rest, context));
    }
  }

  private boolean begins() {
    if (runs.incrementAndGet() > RUNS_AT_ONCE) {
      runs.decrementAndGet();
      complain("TOO_MANY_RUNS", "Too many runs at once");
      return false;
    }
    return true;
  }

  private void complain(String code, String message) {
    sender.send(ServerFrames.error(code, message, state.now()));
  }
}
