package io.goldenpath.journey.recovery;

import io.goldenpath.contract.event.FrameListener;
import io.goldenpath.contract.rules.UserJudgement;
import io.goldenpath.journey.chat.ChatTurn;
import io.goldenpath.journey.chat.FrameTap;
import io.goldenpath.journey.chat.TurnOptions;
import io.goldenpath.journey.chat.UserSession;
import io.goldenpath.journey.run.RunContext;
import io.goldenpath.journey.run.UserRunRecorder;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.model.time.TimeLimit;
import io.goldenpath.model.time.TimeLimits;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** One reconnect, timed from the loss of the connection to the new welcome. */
final class ReconnectAttempt {

  private static final Duration SHORTEST = Duration.ofMillis(1);

  private final UserSession session;
  private final UserRunRecorder recorder;
  private final TimeLimit limit;
  private final long lost;

  ReconnectAttempt(UserSession session, long lost) {
    this.session = session;
    this.recorder = session.recorder();
    this.limit = session.context().probe().limits().reconnect();
    this.lost = lost;
  }

  /** Empty when no welcome came in time; until then the listener gets the frames. */
  Optional<ChatTurn> run(Function<UserJudgement, FrameListener> listenerFor)
      throws InterruptedException {
    Deadline end =
        Deadline.after(lost, limit.failed(), session.context().stalls()).earlier(session.timeout());
    recorder.note("connects again");
    Optional<ChatTurn> turn =
        session
            .reconnect(end)
            .map(socket -> new ChatTurn(session, socket, options(end, listenerFor)));
    if (turn.isPresent() && welcomed(turn.get())) {
      ready(turn.get());
      return turn;
    }
    failed(end);
    return Optional.empty();
  }

  private boolean welcomed(ChatTurn turn) throws InterruptedException {
    boolean ready = false;
    try {
      ready = turn.awaitWelcome();
      if (ready) {
        turn.judgement().userLeft(recorder.now());
      }
      recorder.add(turn.conclude().stream().map(ReconnectAttempt::asReconnectFinding).toList());
    } finally {
      if (!ready) {
        turn.socket().closeNow();
      }
    }
    return ready;
  }

  private void ready(ChatTurn turn) {
    long since = turn.judgement().readyAt().orElseThrow();
    recorder.stepTook(Step.RECONNECT, lost, since);
    limit
        .slow(lost, since, session.context().stalls())
        .ifPresent(soft -> slow(since, soft.doubtful(since)));
  }

  private void slow(long since, boolean doubtful) {
    String soft = DurationText.of(limit.softLimit());
    recorder
        .finding(FindingKind.RECONNECT_SLOW)
        .doubtful(doubtful)
        .expected("a new connection within " + soft)
        .says(
            "The new connection was ready %s after the old one was lost, where %s are allowed",
            DurationText.between(lost, since), soft);
  }

  /** The welcome gets what is left of the reconnect limit. */
  private TurnOptions options(Deadline end, Function<UserJudgement, FrameListener> listenerFor) {
    RunContext context = session.context();
    Duration left = Duration.ofNanos(end.remainingNanos(context.clocks().stopwatch()));
    TimeLimit welcome = TimeLimit.of(left.compareTo(SHORTEST) < 0 ? SHORTEST : left);
    TimeLimits limits = context.probe().limits().withWelcome(welcome);
    return new TurnOptions(context.question(), limits, FrameTap.NONE, listenerFor);
  }

  private void failed(Deadline end) {
    recorder.stepTook(Step.RECONNECT, lost, recorder.now());
    String failed = DurationText.of(limit.failed());
    recorder
        .finding(FindingKind.RECONNECT_FAILED)
        .doubtful(end.reached(recorder.now()) && end.doubtful(recorder.now()))
        .expected("a new connection within " + failed)
        .says(
            "After the connection was lost there was no new one that was ready within %s", failed);
  }

  private static Finding asReconnectFinding(Finding finding) {
    return finding.kind().steps().contains(Step.RECONNECT)
        ? finding.withStep(Step.RECONNECT)
        : finding;
  }
}
