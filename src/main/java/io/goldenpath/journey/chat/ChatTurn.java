package io.goldenpath.journey.chat;

import io.goldenpath.contract.definition.RunExpectations;
import io.goldenpath.contract.event.FrameListener;
import io.goldenpath.contract.rules.UserJudgement;
import io.goldenpath.journey.login.FirstMessageSender;
import io.goldenpath.journey.run.EarlierRunIds;
import io.goldenpath.journey.run.UserRunRecorder;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.ConnectionEnd;
import io.goldenpath.model.run.Frame;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.wire.websocket.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** One question of one user on one open socket, in parts; whoever opened it hangs up. */
public final class ChatTurn {

  private static final Duration LAST_FRAMES = Duration.ofSeconds(1);

  /** A peer that has failed already is not waited for: how it closes is news to nobody. */
  private static final Duration CLOSE_NOW = Duration.ofMillis(50);

  private final RunContext context;
  private final Probe probe;
  private final UserSession session;
  private final EarlierRunIds earlierRuns;
  private final WebSocket socket;
  private final TurnOptions options;
  private final UserRunRecorder recorder;
  private final UserJudgement judgement;
  private final FrameLoop loop;
  private long sentAt;

  public ChatTurn(
      RunContext context,
      UserSession session,
      EarlierRunIds earlierRuns,
      WebSocket socket,
      TurnOptions options) {
    SignedInUser signedIn = session.signedInUser().orElseThrow();
    this.context = context;
    this.probe = context.probe();
    this.session = session;
    this.earlierRuns = earlierRuns;
    this.socket = socket;
    this.options = options;
    this.recorder = session.recorder();
    this.judgement =
        new UserJudgement(
            new RunExpectations(
                context.contract(),
                options.limits(),
                probe.script(),
                options.question(),
                new RunExpectations.Identity(
                    session.user().slot(), signedIn.token().subject(), earlierRuns.ids())),
            recorder.start());
    this.loop = loop(signedIn.introduction(), options.listenerFor().apply(judgement));
  }

  private ChatTurn(ChatTurn before, TurnOptions options) {
    this.context = before.context;
    this.probe = before.probe;
    this.session = before.session;
    this.earlierRuns = before.earlierRuns;
    this.socket = before.socket;
    this.options = options;
    this.recorder = before.recorder;
    this.judgement =
        before.judgement.nextQuestion(options.question(), earlierRuns.ids(), recorder.now());
    this.loop = loopFor(options.listenerFor().apply(judgement));
  }

  /**
   * Another question on the same socket.
   *
   * @param listenerFor who is told in place of its judgement
   */
  public ChatTurn nextTurn(Function<UserJudgement, FrameListener> listenerFor) {
    return new ChatTurn(this, options.withQuestion(context.question(), listenerFor));
  }

  public UserJudgement judgement() {
    return judgement;
  }

  public WebSocket socket() {
    return socket;
  }

  FrameLoop loop() {
    return loop;
  }

  /** Hears on what comes, for somebody else than the judgement. */
  public FrameLoop loopFor(FrameListener frameListener) {
    return loop(Optional.empty(), frameListener);
  }

  /** Is welcomed, and stays; whether it came so far. */
  public boolean awaitWelcomeOnly() throws InterruptedException {
    boolean welcomed = welcomeStep();
    if (welcomed) {
      judgement.userLeft(recorder.now());
    }
    finish();
    return welcomed;
  }

  /** Waits for the welcome, which is a step; whether it came. */
  boolean welcomeStep() throws InterruptedException {
    long from = recorder.now();
    boolean welcomed = awaitWelcome();
    // the welcome may have been read before this thread woke up
    recorder.stepTook(
        Step.WELCOME, from, Math.max(from, judgement.readyAt().orElseGet(recorder::now)));
    return welcomed;
  }

  /** Waits for the welcome; whether it came. */
  public boolean awaitWelcome() throws InterruptedException {
    Deadline timeout = session.timeout();
    judgement.connected(recorder.now());
    loop.sendFirstMessage(timeout);
    loop.listen(timeout, judgement::ready);
    return judgement.ready();
  }

  /** Asks, and follows the run to its end. */
  public void askAndFollow() throws InterruptedException {
    askAndFollow(() -> false);
  }

  /** Asks, and follows the run until this holds, or to its end. */
  public void askAndFollow(BooleanSupplier enough) throws InterruptedException {
    if (ask()) {
      follow(loop, enough);
    }
  }

  /** Follows the run over another connection, to its end. */
  public void follow(ChatTurn other) throws InterruptedException {
    follow(other.loopFor(judgement), () -> false);
  }

  private boolean ask() throws InterruptedException {
    Deadline timeout = session.timeout();
    Deadline hold = recorder.deadlineIn(probe.script().hold());
    loop.listen(timeout.earlier(hold), () -> hold.reached(recorder.now()));
    loop.listen(options.tap().barrierDeadline(timeout), options.tap()::barrierOpen);
    if (!judgement.ready()) {
      return false;
    }
    long from = recorder.now();
    String message = context.dialect().submit(options.question());
    int bytes = message.getBytes(StandardCharsets.UTF_8).length;
    boolean sent = judgement.allowsMessage(bytes, from) && socket.send(message, timeout);
    if (sent) {
      options.tap().sent(recorder.frame(Frame.Direction.SENT, from, bytes, message), from);
      judgement.sent(from);
      sentAt = recorder.now();
    } else {
      loop.listen(recorder.deadlineIn(LAST_FRAMES).earlier(timeout), () -> false);
    }
    recorder.stepTook(Step.SEND, from, recorder.now());
    return sent;
  }

  private void follow(FrameLoop listener, BooleanSupplier enough) throws InterruptedException {
    listener.listen(session.timeout(), enough);
    long terminal = judgement.terminalAt().orElseGet(recorder::now);
    recorder.stepTook(Step.EVENTS, sentAt, Math.max(sentAt, terminal));
    if (judgement.terminalAt().isPresent()) {
      recorder.stepTook(Step.ANSWER, terminal, terminal);
    }
  }

  /** Brings the judgement to its end, and notes what it found. */
  public void finish() {
    recorder.add(conclude());
  }

  /** Brings the judgement to its end: what it found. */
  public List<Finding> conclude() {
    if (!judgement.over()) {
      judgement.timedOut(probe.cadence().timeout(), recorder.now());
    }
    options.tap().ended(judgement);
    List<Finding> findings = judgement.findings();
    judgement.runId().ifPresent(earlierRuns::add);
    if (findings.stream().anyMatch(finding -> finding.kind() == FindingKind.AUTH_REFUSED)) {
      session.dropToken();
    }
    return findings;
  }

  /** Leaves by the rules: the peer's answer is waited for, and a bad one is found. */
  public void close() throws InterruptedException {
    long from = recorder.now();
    ConnectionEnd end = socket.close(recorder.deadlineIn(probe.limits().close()));
    recorder.stepTook(Step.CLOSE, from, recorder.now());
    if (end instanceof ConnectionEnd.CloseTimeout) {
      recorder.find(
          FindingKind.TIMED_OUT,
          Severity.INFO,
          Step.CLOSE,
          "an answered close within " + probe.limits().close().toMillis() + " ms",
          "The server did not answer our close (1000) within %d ms"
              .formatted(probe.limits().close().toMillis()));
    } else if (end instanceof ConnectionEnd.ProtocolViolation(String message)) {
      recorder.find(
          FindingKind.PROTOCOL_ERROR,
          Step.CLOSE,
          "a close by the rules",
          "The server broke the protocol while closing: " + message);
    }
  }

  /** Ends the connection in any case, and waits for nobody. */
  public void closeNow() throws InterruptedException {
    socket.close(recorder.deadlineIn(CLOSE_NOW));
  }

  private FrameLoop loop(Optional<FirstMessageSender> firstMessage, FrameListener frameListener) {
    return new FrameLoop(
        socket, context.dialect(), firstMessage, frameListener, recorder, options.tap());
  }
}
