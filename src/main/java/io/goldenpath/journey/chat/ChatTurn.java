package io.goldenpath.journey.chat;

import io.goldenpath.contract.event.FrameListener;
import io.goldenpath.contract.rules.UserJudgement;
import io.goldenpath.journey.login.FirstMessageSender;
import io.goldenpath.journey.login.SignedInUser;
import io.goldenpath.journey.run.RunContext;
import io.goldenpath.journey.run.UserRunRecorder;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.run.EventArrival;
import io.goldenpath.model.time.Deadline;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Chat turn: one question of one user on an open socket, which its opener closes. */
public final class ChatTurn {

  private static final Set<FindingKind> SESSION_REFUSED =
      Set.of(FindingKind.AUTH_REFUSED, FindingKind.TOKEN_INVALID);

  private final UserSession session;
  private final RunContext context;
  private final UserRunRecorder recorder;
  private final RecordedSocket socket;
  private final TurnOptions options;
  private final UserJudgement judgement;
  private final FrameLoop loop;
  private long sentAt;

  /** Opens the socket of a new question; empty on failure. */
  public static Optional<ChatTurn> open(UserSession session) throws InterruptedException {
    TurnOptions options = TurnOptions.of(session.context().question(), session, FrameTap.NONE);
    return session.connect().map(socket -> new ChatTurn(session, socket, options));
  }

  public ChatTurn(UserSession session, RecordedSocket socket, TurnOptions options) {
    this(
        session,
        socket,
        options,
        options.judgement(session),
        session.login().signedInUser().flatMap(SignedInUser::firstMessage));
  }

  private ChatTurn(
      UserSession session,
      RecordedSocket socket,
      TurnOptions options,
      UserJudgement judgement,
      Optional<FirstMessageSender> firstMessage) {
    this.session = session;
    this.context = session.context();
    this.recorder = session.recorder();
    this.socket = socket;
    this.options = options;
    this.judgement = judgement;
    this.loop =
        new FrameLoop(
            session, socket, firstMessage, options.listenerFor().apply(judgement), options.tap());
  }

  /** Next question on the same socket; the listener gets its frames in place of the judgement. */
  public ChatTurn nextTurn(Function<UserJudgement, FrameListener> listenerFor) {
    TurnOptions next =
        new TurnOptions(context.question(), options.limits(), options.tap(), listenerFor);
    return new ChatTurn(
        session,
        socket,
        next,
        judgement.nextQuestion(next.question(), session.earlierRuns().all(), recorder.now()),
        Optional.empty());
  }

  public UserJudgement judgement() {
    return judgement;
  }

  public RecordedSocket socket() {
    return socket;
  }

  public FrameLoop loop() {
    return loop;
  }

  /** Loop on the same socket that calls this listener in place of the judgement. */
  public FrameLoop loopFor(FrameListener listener) {
    return new FrameLoop(session, socket, Optional.empty(), listener, options.tap());
  }

  /** Runs the turn from welcome to answer; the socket is closed in any case. */
  public List<EventArrival> askAndClose() throws InterruptedException {
    try {
      if (welcomeStep()) {
        askAndFollow();
      }
      finish();
      if (answered()) {
        close();
      }
    } finally {
      socket.closeNow();
    }
    return judgement.events();
  }

  /** Waits for the welcome without asking; the socket is closed in any case. */
  public boolean awaitWelcomeAndClose() throws InterruptedException {
    try {
      boolean welcomed = awaitWelcomeOnly();
      if (welcomed) {
        close();
      }
      return welcomed;
    } finally {
      socket.closeNow();
    }
  }

  /** Waits for the welcome without asking; false when it did not come. */
  public boolean awaitWelcomeOnly() throws InterruptedException {
    boolean welcomed = welcomeStep();
    if (welcomed) {
      judgement.userLeft(recorder.now());
    }
    finish();
    return welcomed;
  }

  /** Like {@link #awaitWelcome}, and records the step. */
  public boolean welcomeStep() throws InterruptedException {
    long from = recorder.now();
    boolean welcomed = awaitWelcome();
    // the welcome may have been read before this thread woke up
    recorder.stepTook(
        Step.WELCOME, from, Math.max(from, judgement.readyAt().orElseGet(recorder::now)));
    return welcomed;
  }

  public boolean awaitWelcome() throws InterruptedException {
    judgement.connected(recorder.now());
    if (!socket.established()) {
      judgement.awaitsHandshake(context.dialect().framing().protocol());
    }
    loop.open(session.timeout());
    socket.heartbeat().ifPresent(judgement::heartbeat);
    loop.listen(session.timeout(), judgement::ready);
    return judgement.ready();
  }

  /** Waits for the configured time between welcome and question. */
  public void hold() throws InterruptedException {
    Deadline hold = recorder.deadlineIn(context.probe().script().hold());
    loop.listen(session.timeout().earlier(hold), () -> hold.reached(recorder.now()));
  }

  public void askAndFollow() throws InterruptedException {
    askAndFollow(() -> false);
  }

  public void askAndFollow(BooleanSupplier enough) throws InterruptedException {
    hold();
    submitAndFollow(enough);
  }

  /** Like {@link #askAndFollow(BooleanSupplier)}, without the hold. */
  public void submitAndFollow(BooleanSupplier enough) throws InterruptedException {
    if (judgement.ready()) {
      OptionalLong sent =
          new QuestionSubmission(session, socket.conversation(), loop, judgement, options)
              .submit(enough);
      if (sent.isPresent()) {
        sentAt = sent.getAsLong();
        follow(loop, enough);
      }
    }
  }

  /** Follows this run to its end over the connection of another turn. */
  public void follow(ChatTurn other) throws InterruptedException {
    follow(other.loopFor(judgement), () -> false);
  }

  private void follow(FrameLoop listener, BooleanSupplier enough) throws InterruptedException {
    listener.listen(session.timeout(), enough);
    long terminal = judgement.terminalAt().orElseGet(recorder::now);
    recorder.stepTook(Step.EVENTS, sentAt, Math.max(sentAt, terminal));
    recorder.waited(Math.max(sentAt, terminal), recorder.now());
    if (answered()) {
      recorder.stepTook(Step.ANSWER, terminal, terminal);
    }
  }

  public boolean answered() {
    return judgement.terminalAt().isPresent();
  }

  public void finish() {
    recorder.add(conclude());
  }

  /** Ends the judgement and returns its findings without recording them. */
  public List<Finding> conclude() {
    if (!judgement.over()) {
      judgement.timedOut(context.probe().cadence().timeout(), recorder.now());
    }
    List<Finding> findings = judgement.findings().stream().map(session.login()::explained).toList();
    judgement.runId().ifPresent(session.earlierRuns()::add);
    if (findings.stream().anyMatch(finding -> SESSION_REFUSED.contains(finding.kind()))) {
      session.login().tokenRefused();
    }
    return findings;
  }

  public void close() throws InterruptedException {
    socket.closeHandshake(context.probe().limits().close());
  }
}
