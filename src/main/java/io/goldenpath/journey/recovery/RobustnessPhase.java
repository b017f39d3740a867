package io.goldenpath.journey.recovery;

import io.goldenpath.contract.event.Question;
import io.goldenpath.contract.rules.ConnectionEndDiagnosis;
import io.goldenpath.journey.chat.ChatTurn;
import io.goldenpath.journey.chat.CloseListener;
import io.goldenpath.journey.chat.FrameLoop;
import io.goldenpath.journey.chat.RunContext;
import io.goldenpath.journey.chat.UserSession;
import io.goldenpath.journey.run.EarlierRunIds;
import io.goldenpath.journey.run.UserRunRecorder;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.probe.JourneySpec;
import io.goldenpath.model.probe.JourneySpec.MalformedMessage;
import io.goldenpath.model.run.ConnectionEnd;
import io.goldenpath.model.time.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a platform has to bear on an open connection: malformed messages, and a burst. */
final class RobustnessPhase {

  private static final Duration REPLY_WAIT = Duration.ofMillis(250);

  private final RunContext context;
  private final JourneySpec.Recovery exercise;
  private final UserSession session;
  private final EarlierRunIds earlierRuns;
  private final UserRunRecorder recorder;
  private final ExpectedErrors expectedErrors;
  private final CurrentConnection connection;

  RobustnessPhase(
      RunContext context,
      JourneySpec.Recovery exercise,
      UserSession session,
      EarlierRunIds earlierRuns,
      ExpectedErrors expectedErrors,
      CurrentConnection connection) {
    this.context = context;
    this.exercise = exercise;
    this.session = session;
    this.earlierRuns = earlierRuns;
    this.recorder = session.recorder();
    this.expectedErrors = expectedErrors;
    this.connection = connection;
  }

  /** What there is to bear, in words; empty where there is nothing. */
  Optional<String> describe() {
    List<String> what = new ArrayList<>();
    if (!exercise.malformed().isEmpty()) {
      what.add("malformed messages");
    }
    if (exercise.burst() > 0) {
      what.add("a burst of questions");
    }
    return what.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", what));
  }

  /** Whether there is still a connection afterwards, or a new one. */
  boolean run() throws InterruptedException {
    for (MalformedMessage kind : exercise.malformed()) {
      Optional<ConnectionEnd> ending = sendMalformed(kind);
      if (ending.isPresent()) {
        recorder.find(
            ending.get() instanceof ConnectionEnd.ProtocolViolation
                ? FindingKind.PROTOCOL_ERROR
                : FindingKind.DROPPED,
            Step.SEND,
            "an error frame, or nothing",
            "The connection was lost on a malformed message (%s): it was %s"
                .formatted(label(kind), ConnectionEndDiagnosis.describe(ending.get())));
        if (!reconnected()) {
          return false;
        }
        break;
      }
    }
    return exercise.burst() == 0 || sendBurst();
  }

  private Optional<ConnectionEnd> sendMalformed(MalformedMessage kind) throws InterruptedException {
    ChatTurn turn = connection.nextTurn();
    Optional<String> message =
        new MalformedMessages(
                context.dialect(), context.question(), turn.judgement().maxMessageBytes())
            .make(kind);
    if (message.isEmpty()) {
      recorder.note(
          "nothing %s was sent: the server does not say how much it takes".formatted(label(kind)));
      return Optional.empty();
    }
    Deadline wait = recorder.deadlineIn(REPLY_WAIT).earlier(session.timeout());
    MalformedReplyListener listener =
        new MalformedReplyListener(turn.judgement(), expectedErrors, wait);
    FrameLoop loop = turn.loopFor(listener);
    loop.send(message.get(), wait);
    loop.listen(wait, () -> false);
    turn.judgement().userLeft(recorder.now());
    turn.finish();
    return listener.ending();
  }

  private boolean sendBurst() throws InterruptedException {
    ChatTurn turn = connection.nextTurn();
    List<Question> open = new ArrayList<>();
    for (int i = 0; i < exercise.burst(); i++) {
      open.add(context.question());
    }
    BurstListener burst =
        new BurstListener(context.contract(), context.probe().limits(), open, recorder.now());
    FrameLoop loop = turn.loopFor(new LateErrorFilter(burst, expectedErrors));
    for (Question question : List.copyOf(open)) {
      loop.send(context.dialect().submit(question, null), session.timeout());
    }
    loop.listen(session.timeout(), () -> false);
    Deadline listen = recorder.deadlineIn(context.probe().script().listen());
    turn.loopFor(new CloseListener(listen)).listen(listen, () -> false);
    burst.runs().forEach(earlierRuns::add);
    return burst.ending().isPresent() ? ended(burst.ending().get()) : answered(burst);
  }

  private boolean ended(ConnectionEnd end) throws InterruptedException {
    FindingKind kind = ConnectionEndDiagnosis.kind(end);
    recorder.find(
        kind,
        Step.EVENTS,
        "an answer or an error frame for each question",
        "The connection was lost on %d questions that were asked in one go: it was %s"
            .formatted(exercise.burst(), ConnectionEndDiagnosis.describe(end)));
    return kind == FindingKind.DROPPED && reconnected();
  }

  private boolean answered(BurstListener burst) {
    if (burst.unanswered() > 0) {
      recorder.find(
          FindingKind.NOT_RECOVERED,
          Step.EVENTS,
          "an answer or an error frame for each question",
          "Of %d questions that were asked in one go %d were neither answered nor refused"
              .formatted(exercise.burst(), burst.unanswered()));
    }
    return true;
  }

  private boolean reconnected() throws InterruptedException {
    return connection.mayReconnect()
        && connection.reconnect(recorder.now(), judgement -> judgement);
  }

  private static String label(MalformedMessage kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
