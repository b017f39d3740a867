package io.goldenpath.journey.recovery;

import io.goldenpath.contract.event.FrameListener;
import io.goldenpath.contract.rules.UserJudgement;
import io.goldenpath.journey.chat.ChatTurn;
import io.goldenpath.journey.chat.RunContext;
import io.goldenpath.journey.chat.TurnOptions;
import io.goldenpath.journey.chat.UserSession;
import io.goldenpath.journey.run.EarlierRunIds;
import io.goldenpath.journey.run.UserRunRecorder;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.TimeLimit;
import io.goldenpath.model.time.TimeLimits;
import io.goldenpath.wire.websocket.UpgradeCall;
import io.goldenpath.wire.websocket.WebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** A user who lost the connection comes back: from the loss to the new welcome. */
final class ReconnectAttempt {

  private static final Duration SHORTEST = Duration.ofMillis(1);

  private final RunContext context;
  private final UserSession session;
  private final EarlierRunIds earlierRuns;
  private final UserRunRecorder recorder;
  private final TimeLimit limit;
  private final long lost;

  /**
   * @param lost when the connection was lost
   */
  ReconnectAttempt(RunContext context, UserSession session, EarlierRunIds earlierRuns, long lost) {
    this.context = context;
    this.session = session;
    this.earlierRuns = earlierRuns;
    this.recorder = session.recorder();
    this.limit = context.probe().limits().reconnect();
    this.lost = lost;
  }

  /**
   * Connects once; the new connection, when it is welcomed in time.
   *
   * @param listenerFor who is told until the welcome in place of the judgement
   */
  Optional<ChatTurn> run(Function<UserJudgement, FrameListener> listenerFor)
      throws InterruptedException {
    Deadline end = Deadline.after(lost, limit.failed()).earlier(session.timeout());
    recorder.note("connects again");
    Optional<UpgradeCall> upgrade = session.prepareAgain();
    Optional<WebSocket> socket =
        upgrade.isEmpty() ? Optional.empty() : session.reconnect(upgrade.get(), end);
    if (socket.isEmpty()) {
      failed();
      return Optional.empty();
    }
    return welcomed(
        new ChatTurn(
            context,
            session,
            earlierRuns,
            socket.get(),
            TurnOptions.of(context).withListener(limits(end), listenerFor)));
  }

  private Optional<ChatTurn> welcomed(ChatTurn turn) throws InterruptedException {
    boolean ready = false;
    try {
      ready = turn.awaitWelcome();
      if (ready) {
        turn.judgement().userLeft(recorder.now());
      }
      recorder.add(turn.conclude().stream().map(ReconnectAttempt::asReconnectFinding).toList());
    } finally {
      if (!ready) {
        turn.closeNow();
      }
    }
    if (!ready) {
      failed();
      return Optional.empty();
    }
    long since = turn.judgement().readyAt().orElseThrow();
    recorder.stepTook(Step.RECONNECT, lost, since);
    warnIfSlow(Duration.ofNanos(since - lost));
    return Optional.of(turn);
  }

  /** The welcome has what is left of the whole. */
  private TimeLimits limits(Deadline end) {
    Duration left = Duration.ofNanos(end.remainingNanos(context.clocks().stopwatch()));
    return context
        .probe()
        .limits()
        .withWelcome(TimeLimit.of(left.compareTo(SHORTEST) < 0 ? SHORTEST : left));
  }

  private void warnIfSlow(Duration taken) {
    if (limit.slow(taken)) {
      recorder.find(
          FindingKind.RECONNECT_SLOW,
          Step.RECONNECT,
          "a new connection within %d ms".formatted(limit.softLimit().toMillis()),
          "The new connection was ready %d ms after the old one was lost, where %d ms are allowed"
              .formatted(taken.toMillis(), limit.softLimit().toMillis()));
    }
  }

  private void failed() {
    recorder.stepTook(Step.RECONNECT, lost, recorder.now());
    recorder.find(
        FindingKind.RECONNECT_FAILED,
        Step.RECONNECT,
        "a new connection within %d ms".formatted(limit.failed().toMillis()),
        "After the connection was lost there was no new one that was ready within %d ms"
            .formatted(limit.failed().toMillis()));
  }

  private static Finding asReconnectFinding(Finding finding) {
    return finding.kind().steps().contains(Step.RECONNECT)
        ? new Finding(
            finding.kind(),
            finding.severity(),
            Step.RECONNECT,
            finding.slot(),
            finding.message(),
            finding.evidence())
        : finding;
  }
}
