package io.goldenpath.journey.recovery;

import io.goldenpath.contract.event.AgentEvent;
import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.FrameListener;
import io.goldenpath.contract.rules.ConnectionEndDiagnosis;
import io.goldenpath.contract.rules.UserJudgement;
import io.goldenpath.journey.chat.ChatTurn;
import io.goldenpath.journey.chat.UserSession;
import io.goldenpath.journey.run.UserRunRecorder;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.probe.JourneySpec;
import io.goldenpath.model.probe.JourneySpec.DisconnectMode;
import io.goldenpath.model.probe.JourneySpec.ReconnectStrategy;
import io.goldenpath.model.run.ConnectionEnd;
import io.goldenpath.model.time.Deadline;
import java.util.Optional;

/** Loses the connection in the middle of a run, and checks that an answer comes after all. */
final class ConnectionLoss {

  private static final String AFTER = "the connection was lost";

  private final JourneySpec.Recovery spec;
  private final UserSession session;
  private final UserRunRecorder recorder;
  private final CurrentConnection connection;

  ConnectionLoss(JourneySpec.Recovery spec, UserSession session, CurrentConnection connection) {
    this.spec = spec;
    this.session = session;
    this.recorder = session.recorder();
    this.connection = connection;
  }

  /** Whether an answer came in the end. */
  boolean run() throws InterruptedException {
    Optional<ChatTurn> question = connection.nextTurn();
    return question.isPresent() && run(question.get());
  }

  private boolean run(ChatTurn asked) throws InterruptedException {
    UserJudgement run = asked.judgement();
    if (spec.disconnect() == DisconnectMode.SERVER) {
      run.expectDisconnect();
    }
    asked.askAndFollow(() -> disconnectDue(run));
    if (run.over() || !disconnectDue(run)) {
      return connection.record(asked, null);
    }
    disconnect(asked);
    boolean recovered = recovered(asked, recorder.now());
    run.expectedEnd().ifPresent(how -> dropped(how, recovered));
    return recovered;
  }

  private boolean disconnectDue(UserJudgement run) {
    return switch (spec.disconnect()) {
      case CLIENT, RESET ->
          run.events().stream().anyMatch(mark -> mark.event().equals(spec.disconnectAfter()));
      case SERVER -> run.expectedEnd().isPresent();
      case NONE -> false;
    };
  }

  private void disconnect(ChatTurn asked) throws InterruptedException {
    switch (spec.disconnect()) {
      case CLIENT -> asked.close();
      case RESET -> {
        asked.socket().reset();
        recorder.note("resets the connection");
      }
      case SERVER, NONE -> {}
    }
  }

  private boolean recovered(ChatTurn asked, long lost) throws InterruptedException {
    UserJudgement run = asked.judgement();
    boolean resend = spec.strategy() == ReconnectStrategy.RESEND || run.terminalAt().isPresent();
    if (resend) {
      run.userLeft(lost);
    }
    int before = run.events().size();
    FilteredListener.Filter resumed =
        (decoded, number, nanos) -> {
          boolean takes = ofCutRun(decoded, run);
          if (takes) {
            run.reconnected(lost, nanos);
            run.frame(decoded, number, nanos);
          }
          return takes;
        };
    boolean ready = connection.reconnect(lost, greeting -> new FilteredListener(greeting, resumed));
    long back = recorder.now();
    run.reconnected(lost, back);
    if (ready && !resend && restComes(run, before)) {
      asked.follow(connection.turn());
      return connection.record(asked, AFTER);
    }
    run.userLeft(back);
    asked.finish();
    return ready && connection.askAndFollow(AFTER);
  }

  /** Until the welcome, what comes of the run that was cut goes to its judgement. */
  private static boolean ofCutRun(DecodedFrame decoded, UserJudgement run) {
    String id;
    switch (decoded.content()) {
      case FrameContent.Event(AgentEvent event) -> id = event.ids().run();
      case FrameContent.End end -> id = end.ids().run();
      default -> {
        return false;
      }
    }
    return id == null || run.runId().isEmpty() || run.runId().get().equals(id);
  }

  private boolean restComes(UserJudgement run, int before) throws InterruptedException {
    if (spec.strategy() == ReconnectStrategy.EITHER) {
      Deadline wait =
          session.deadlineIn(
              session.context().probe().limits().firstEvent().softLimit().dividedBy(2));
      FrameListener rest = new RestListener(run, wait);
      connection.turn().loopFor(rest).listen(wait, () -> run.events().size() > before);
      boolean comes = run.events().size() > before;
      recorder.note(comes ? "the rest of the run comes" : "the rest does not come: asks anew");
      return comes;
    }
    return true;
  }

  private void dropped(ConnectionEnd how, boolean recovered) {
    recorder
        .finding(FindingKind.DROPPED)
        .as(recovered ? Severity.INFO : Severity.ERROR)
        .expected("an open connection")
        .says(
            "The connection was lost in the middle of a run: it was %s%s",
            ConnectionEndDiagnosis.describe(how, session.context().dialect().closeCodes()),
            recovered ? "; the user went on on a new one" : "");
  }
}
