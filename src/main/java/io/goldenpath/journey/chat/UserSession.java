package io.goldenpath.journey.chat;

import io.goldenpath.journey.login.Authenticator;
import io.goldenpath.journey.login.LoginFailure;
import io.goldenpath.journey.login.LoginResult;
import io.goldenpath.journey.login.LoginSession;
import io.goldenpath.journey.login.PrepareResult;
import io.goldenpath.journey.run.TranscriptRecorder;
import io.goldenpath.journey.run.UserRunRecorder;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.ConnectPhases;
import io.goldenpath.model.run.EventArrival;
import io.goldenpath.model.run.Expiry;
import io.goldenpath.model.run.UserRun;
import io.goldenpath.model.target.Login;
import io.goldenpath.model.target.TargetAccess;
import io.goldenpath.model.target.User;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.TimeLimit;
import io.goldenpath.redaction.Redactor;
import io.goldenpath.wire.websocket.ConnectResult;
import io.goldenpath.wire.websocket.UpgradeCall;
import io.goldenpath.wire.websocket.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One user within a run, from the login to the last errand; what happens is noted. */
public final class UserSession {

  /** What the schedule grants a run beyond its timeout, less a little. */
  private static final Duration CLEANUP_GRACE = Duration.ofMillis(1500);

  private final RunContext context;
  private final Probe probe;
  private final User user;
  private final UserRunRecorder recorder;
  private final Deadline timeout;
  private ConnectPhases phases = new ConnectPhases(null, null, null, null);
  private @Nullable SignedInUser signedIn;
  private @Nullable Instant certificate;

  /**
   * @param secrets takes out what no user's transcript may show
   * @param start when the run began, on the monotonic clock
   */
  public UserSession(RunContext context, User user, Redactor secrets, long start) {
    this.context = context;
    this.probe = context.probe();
    this.user = user;
    this.recorder =
        new UserRunRecorder(
            user.slot(),
            new TranscriptRecorder(probe.script().spec().users()),
            secrets,
            start,
            context.clocks().stopwatch(),
            context.contract()::applySeverity);
    this.timeout = Deadline.after(start, probe.cadence().timeout());
  }

  User user() {
    return user;
  }

  public UserRunRecorder recorder() {
    return recorder;
  }

  /** When the run's whole time is up. */
  public Deadline timeout() {
    return timeout;
  }

  /** What the login has given; empty before it, and where it failed. */
  public Optional<SignedInUser> signedInUser() {
    return Optional.ofNullable(signedIn);
  }

  /** What this user met, with these events. */
  public UserRun result(List<EventArrival> events) {
    return new UserRun(
        user.slot(),
        recorder.steps(probe.journey()),
        phases,
        events,
        recorder.transcript(),
        new Expiry(certificate, signedIn == null ? null : signedIn.token().expires()));
  }

  /**
   * Logs in and prepares, and returns what then is asked for; empty when it did not come so far.
   */
  public Optional<UpgradeCall> logIn() throws InterruptedException {
    return logInBy(this::cachedLogin);
  }

  /** Logs in with a session that nobody else will have, for it will not outlive this run. */
  public Optional<UpgradeCall> logInUncached() throws InterruptedException {
    return logInBy(this::freshLogin);
  }

  /** What a further connection is asked for with. */
  public Optional<UpgradeCall> prepareAgain() throws InterruptedException {
    return signedIn == null
        ? Optional.empty()
        : opened(signedIn.prepareAgain(stepDeadline(probe.limits().login())));
  }

  private Optional<UpgradeCall> logInBy(LoginCall loginCall) throws InterruptedException {
    long from = recorder.now();
    Deadline deadline = stepDeadline(probe.limits().login());
    PrepareResult prepared =
        switch (loginCall.signIn(deadline)) {
          case LoginResult.SignedIn(LoginSession session) -> {
            signedIn = SignedInUser.of(context, user, session, recorder);
            yield signedIn.prepare(deadline);
          }
          case LoginResult.Refused(LoginFailure why) -> new PrepareResult.Failed(why);
        };
    long to = recorder.now();
    recorder.stepTook(Step.LOGIN, from, to);
    if (prepared instanceof PrepareResult.Ready) {
      recorder.warnIfSlow(Step.LOGIN, probe.limits().login(), from, to);
    }
    return opened(prepared);
  }

  private Optional<UpgradeCall> opened(PrepareResult prepared) {
    return switch (prepared) {
      case PrepareResult.Ready(UpgradeCall upgrade) -> Optional.of(upgrade);
      case PrepareResult.Failed(LoginFailure why) -> {
        if (why.kind() == FindingKind.LOGIN_REFUSED) {
          dropToken();
        }
        recorder.find(why.kind(), Step.LOGIN, why.expected(), why.message());
        yield Optional.empty();
      }
    };
  }

  private LoginResult cachedLogin(Deadline deadline) throws InterruptedException {
    Login login = probe.target().access().login();
    Optional<LoginSession> held = context.tokens().reusable(login, user);
    if (held.isPresent()) {
      return new LoginResult.SignedIn(held.get());
    }
    ReentrantLock turn = context.tokens().loginLock(login, user);
    boolean first =
        turn.tryLock(deadline.remainingNanos(context.clocks().stopwatch()), TimeUnit.NANOSECONDS);
    try {
      Optional<LoginSession> others = context.tokens().reusable(login, user);
      return others.isPresent()
          ? new LoginResult.SignedIn(others.get())
          : cachedLogin(login, deadline);
    } finally {
      if (first) {
        turn.unlock();
      }
    }
  }

  private LoginResult cachedLogin(Login login, Deadline deadline) throws InterruptedException {
    LoginResult result = freshLogin(deadline);
    if (result instanceof LoginResult.SignedIn(LoginSession session)) {
      context.tokens().keep(login, user, session);
    }
    return result;
  }

  private LoginResult freshLogin(Deadline deadline) throws InterruptedException {
    TargetAccess access = probe.target().access();
    return new Authenticator(
            context.wire(), access.routes().http(), context.clocks().dates(), recorder)
        .logIn(access.login(), user, deadline);
  }

  /** Opens the socket; empty when it was not let in. */
  public Optional<WebSocket> connect(UpgradeCall upgrade) throws InterruptedException {
    long from = recorder.now();
    ConnectResult result = context.wire().connect(upgrade, stepDeadline(probe.limits().connect()));
    long to = result.attempt().endedNanos();
    recorder.stepTook(Step.CONNECT, from, to);
    phases = result.attempt().phases();
    certificate = result.attempt().certificateExpiry();
    Optional<WebSocket> socket = opened(result, Step.CONNECT);
    if (socket.isPresent()) {
      recorder.warnIfSlow(Step.CONNECT, probe.limits().connect(), from, to);
    }
    return socket;
  }

  /** Opens another one; empty when it was not let in by then. */
  public Optional<WebSocket> reconnect(UpgradeCall upgrade, Deadline deadline)
      throws InterruptedException {
    return opened(context.wire().connect(upgrade, deadline), Step.RECONNECT);
  }

  private Optional<WebSocket> opened(ConnectResult result, Step step) {
    return switch (result) {
      case ConnectResult.Connected(WebSocket socket, _) -> Optional.of(socket);
      case ConnectResult.Refused(var reply, _) -> {
        if (UpgradeRefusal.maybeStale(reply)) {
          dropToken();
        }
        recorder.find(
            UpgradeRefusal.kind(reply),
            step,
            "101 Switching Protocols",
            UpgradeRefusal.message(reply, recorder.redact(reply.body())));
        yield Optional.empty();
      }
      case ConnectResult.Failed(var failure, _) -> {
        recorder.find(failure.kind(), step, "an open WebSocket", failure.message());
        yield Optional.empty();
      }
    };
  }

  /** What is left behind is cleared away, whatever became of the run; a failure is a footnote. */
  public void cleanUp() throws InterruptedException {
    if (signedIn == null || probe.target().access().hooks().cleanup().isEmpty()) {
      return;
    }
    long from = recorder.now();
    Deadline deadline =
        recorder
            .deadlineIn(probe.limits().close())
            .earlier(Deadline.after(timeout.nanos(), CLEANUP_GRACE));
    for (LoginFailure failure : signedIn.cleanUp(deadline)) {
      FindingKind kind =
          failure.kind() == FindingKind.TIMED_OUT
              ? FindingKind.TIMED_OUT
              : FindingKind.PROTOCOL_ERROR;
      recorder.find(kind, Severity.INFO, Step.CLOSE, failure.expected(), failure.message());
    }
    recorder.stepTookAlso(Step.CLOSE, from, recorder.now());
  }

  /** The next run logs in anew. */
  public void dropToken() {
    context.tokens().drop(probe.target().access().login(), user);
  }

  /** The end of a step that begins now. */
  public Deadline stepDeadline(TimeLimit limit) {
    return recorder.deadlineIn(limit.failed()).earlier(timeout);
  }

  /** A way to log in. */
  @FunctionalInterface
  private interface LoginCall {
    LoginResult signIn(Deadline deadline) throws InterruptedException;
  }
}
