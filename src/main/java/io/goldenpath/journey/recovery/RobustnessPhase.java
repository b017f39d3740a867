package io.goldenpath.journey.recovery;

import io.goldenpath.contract.event.Question;
import io.goldenpath.contract.rules.ConnectionEndDiagnosis;
import io.goldenpath.dialect.SendStep;
import io.goldenpath.framing.Outgoing;
import io.goldenpath.journey.chat.ChatTurn;
import io.goldenpath.journey.chat.FrameLoop;
import io.goldenpath.journey.chat.Sent;
import io.goldenpath.journey.chat.UserSession;
import io.goldenpath.journey.chat.WaitingListener;
import io.goldenpath.journey.run.RunContext;
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

/** Malformed messages and a burst of questions on an open connection. */
final class RobustnessPhase {

  private static final String BURST_EXPECTED = "an answer or an error frame for each question";
  private static final Duration REPLY_WAIT = Duration.ofMillis(250);

  private final RunContext context;
  private final JourneySpec.Recovery spec;
  private final UserSession session;
  private final UserRunRecorder recorder;
  private final CurrentConnection connection;

  RobustnessPhase(JourneySpec.Recovery spec, UserSession session, CurrentConnection connection) {
    this.context = session.context();
    this.spec = spec;
    this.session = session;
    this.recorder = session.recorder();
    this.connection = connection;
  }

  /** Empty where nothing is sent. */
  Optional<String> describe() {
    List<String> what = new ArrayList<>();
    if (!spec.malformed().isEmpty()) {
      what.add("malformed messages");
    }
    if (spec.burst() > 0) {
      what.add("a burst of questions");
    }
    return what.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", what));
  }

  /** Whether there is a connection afterwards, the same or a new one. */
  boolean run() throws InterruptedException {
    for (MalformedMessage kind : spec.malformed()) {
      Optional<ChatTurn> turn = connection.nextTurn();
      if (turn.isEmpty()) {
        return false;
      }
      Optional<ConnectionEnd> ending = sendMalformed(kind, turn.get());
      boolean refused = ending.isPresent() && refuses(ending.get());
      if (ending.isPresent() && !refused) {
        lost(kind, ending.get());
      }
      if (ending.isPresent() && !reconnected()) {
        return false;
      }
      if (ending.isPresent() && !refused) {
        break;
      }
    }
    return spec.burst() == 0 || burst();
  }

  /** Whether the server ended the connection as its protocol wants it on an invalid message. */
  private boolean refuses(ConnectionEnd end) {
    return end instanceof ConnectionEnd.CloseFrame(int code, _)
        && context.dialect().closeCodes().invalid().contains(code);
  }

  private void lost(MalformedMessage kind, ConnectionEnd end) {
    recorder
        .finding(
            end instanceof ConnectionEnd.ProtocolViolation
                ? FindingKind.PROTOCOL_ERROR
                : FindingKind.DROPPED)
        .in(Step.SEND)
        .doubtful(doubtfulDrop())
        .expected("an error frame, or nothing")
        .says(
            "The connection was lost on a malformed message (%s): it was %s",
            label(kind), ConnectionEndDiagnosis.describe(end, context.dialect().closeCodes()));
  }

  private boolean burst() throws InterruptedException {
    if (connection.perQuestion()) {
      recorder.note("no burst was sent: each question has a connection of its own");
      return true;
    }
    Optional<ChatTurn> turn = connection.nextTurn();
    return turn.isPresent() && sendBurst(turn.get());
  }

  private Optional<ConnectionEnd> sendMalformed(MalformedMessage kind, ChatTurn turn)
      throws InterruptedException {
    MalformedMessages messages =
        new MalformedMessages(
            turn.socket().conversation(), context.question(), turn.judgement().maxMessageBytes());
    Optional<Outgoing> message = messages.make(kind);
    if (message.isEmpty()) {
      recorder.note("nothing %s was sent: %s".formatted(label(kind), messages.obstacle(kind)));
      return Optional.empty();
    }
    Deadline wait = session.deadlineIn(REPLY_WAIT);
    MalformedReplyListener listener =
        new MalformedReplyListener(
            turn.judgement(),
            connection.expectedErrors(),
            wait,
            !context.dialect().closeCodes().invalid().isEmpty());
    FrameLoop loop = turn.loopFor(listener);
    loop.send(message.get(), wait, "a malformed message of the journey");
    loop.listen(wait);
    turn.judgement().userLeft(recorder.now());
    turn.finish();
    return listener.ending();
  }

  private boolean sendBurst(ChatTurn turn) throws InterruptedException {
    List<Question> open = new ArrayList<>();
    for (int i = 0; i < spec.burst(); i++) {
      open.add(context.question());
    }
    BurstListener burst =
        new BurstListener(
            context.contract(), context.probe().limits(), context.stalls(), open, recorder.now());
    FrameLoop loop = turn.loopFor(connection.expectedErrors().filter(burst));
    for (Question question : List.copyOf(open)) {
      ask(turn, loop, question, burst);
    }
    loop.listen(session.timeout());
    Deadline listen = recorder.deadlineIn(context.probe().script().listen());
    turn.loopFor(new WaitingListener(listen)).listen(listen);
    burst.runs().forEach(session.earlierRuns()::add);
    return burst.ending().isPresent() ? ended(burst.ending().get()) : answered(burst);
  }

  private void ask(ChatTurn turn, FrameLoop loop, Question question, BurstListener burst)
      throws InterruptedException {
    for (SendStep step : turn.socket().conversation().submitBeside(question)) {
      Sent sent = loop.send(step, session.timeout());
      if (sent instanceof Sent.Failed) {
        burst.refused();
      }
      if (!sent.done()) {
        return;
      }
    }
  }

  private boolean ended(ConnectionEnd end) throws InterruptedException {
    FindingKind kind = ConnectionEndDiagnosis.kind(end, context.dialect().closeCodes());
    recorder
        .finding(kind)
        .in(Step.EVENTS)
        .doubtful(kind == FindingKind.DROPPED && doubtfulDrop())
        .expected(BURST_EXPECTED)
        .says(
            "The connection was lost on %d questions that were sent as a burst: it was %s",
            spec.burst(), ConnectionEndDiagnosis.describe(end, context.dialect().closeCodes()));
    return kind == FindingKind.DROPPED && reconnected();
  }

  private boolean answered(BurstListener burst) {
    if (burst.unanswered() > 0) {
      recorder
          .finding(FindingKind.NOT_RECOVERED)
          .in(Step.EVENTS)
          .doubtful(burst.deadline().doubtful(recorder.now()))
          .expected(BURST_EXPECTED)
          .says(
              "Of %d questions that were sent as a burst %d were neither answered nor refused",
              spec.burst(), burst.unanswered());
    }
    return true;
  }

  private boolean doubtfulDrop() {
    return connection.turn().judgement().doubtfulDrop(recorder.now());
  }

  private boolean reconnected() throws InterruptedException {
    return connection.mayReconnect() && connection.reconnect(recorder.now());
  }

  private static String label(MalformedMessage kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
