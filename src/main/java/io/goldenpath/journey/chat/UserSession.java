package io.goldenpath.journey.chat;

import io.goldenpath.journey.login.Authenticator;
import io.goldenpath.journey.login.LoginResult;
import io.goldenpath.journey.login.SignedInUser;
import io.goldenpath.journey.login.TokenPool;
import io.goldenpath.journey.login.UpgradeCalls;
import io.goldenpath.journey.run.RecentIds;
import io.goldenpath.journey.run.RunContext;
import io.goldenpath.journey.run.UserRunRecorder;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.EventArrival;
import io.goldenpath.model.run.Expiry;
import io.goldenpath.model.run.UserRun;
import io.goldenpath.model.target.User;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.wire.ConnectResult;
import io.goldenpath.wire.UpgradeCall;
import io.goldenpath.wire.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One user within one run, from the login to the last request; what happens is recorded. */
public final class UserSession {

  /** Just below what the schedule grants a run beyond its timeout. */
  private static final Duration CLEANUP_GRACE = Duration.ofMillis(1500);

  private final RunContext context;
  private final TokenPool tokens;
  private final Probe probe;
  private final User user;
  private final RecentIds earlierRuns;
  private final UserRunRecorder recorder;
  private final Deadline timeout;
  private @Nullable SignedInUser signedIn;
  private boolean prepared;
  private boolean tokenBlamed;
  private boolean staleToken;
  private @Nullable Duration tokenAge;
  private LoginResult.@Nullable Failure loginFailure;
  private boolean loginDoubtful;
  private ConnectResult.Attempt attempt = ConnectResult.Attempt.NONE;

  /** The start is a reading of the monotonic clock. */
  public UserSession(
      RunContext context, TokenPool tokens, User user, RecentIds earlierRuns, long start) {
    this.context = context;
    this.tokens = tokens;
    this.probe = context.probe();
    this.user = user;
    this.earlierRuns = earlierRuns;
    this.recorder = new UserRunRecorder(context, user.slot(), start);
    this.timeout = Deadline.after(start, probe.cadence().timeout());
  }

  public RunContext context() {
    return context;
  }

  User user() {
    return user;
  }

  /** Ids of the agent's runs that this user started lately. */
  public RecentIds earlierRuns() {
    return earlierRuns;
  }

  public UserRunRecorder recorder() {
    return recorder;
  }

  public Deadline timeout() {
    return timeout;
  }

  /** Empty before the login, and after a failed one. */
  public Optional<SignedInUser> signedInUser() {
    return Optional.ofNullable(signedIn);
  }

  /** Id of the user; empty where the login does not tell it. */
  public Optional<String> subject() {
    return signedInUser().map(user -> user.token().subject());
  }

  public UserRun result(List<EventArrival> events) {
    return new UserRun(
        user.slot(),
        recorder.steps(probe.journey()),
        attempt.phases(),
        events,
        recorder.transcript(),
        new Expiry(
            attempt.certificateExpiry(), signedIn == null ? null : signedIn.token().expires()));
  }

  /** Logs in, or reuses a pooled session, and makes the prepare calls; false on failure. */
  public boolean logIn() throws InterruptedException {
    Deadline deadline = deadlineIn(probe.limits().login().failed());
    long wait = deadline.remainingNanos(context.clocks().stopwatch());
    return logIn(
        () -> tokens.logIn(probe.target(), user, wait, () -> freshLogin(deadline)), deadline);
  }

  /** Logs in outside the pool, for a session that is ended within this run. */
  public boolean logInUncached() throws InterruptedException {
    Deadline deadline = deadlineIn(probe.limits().login().failed());
    return logIn(
        () -> tokens.logInUncached(probe.target(), user, () -> freshLogin(deadline)), deadline);
  }

  private LoginResult freshLogin(Deadline deadline) throws InterruptedException {
    return new Authenticator(context, recorder).logIn(user, deadline);
  }

  private boolean logIn(TokenPool.LoginCall call, Deadline deadline) throws InterruptedException {
    long from = recorder.now();
    Optional<LoginResult.Failure> failure =
        switch (call.logIn()) {
          case LoginResult.Session session -> {
            tokenAge = null;
            yield signIn(session, deadline);
          }
          case LoginResult.Reused(var session, var age, var failed) -> {
            tokenAge = age;
            loginFailure = failed;
            yield signIn(
                session, failed == null ? deadline : deadlineIn(probe.limits().login().failed()));
          }
          case LoginResult.Failure why -> Optional.of(why);
        };
    long to = recorder.now();
    loginDoubtful = deadline.reached(to) && deadline.doubtful(to);
    recorder.loginTook(from, to, loginFailure == null ? tokenAge : null);
    prepared = failure.isEmpty();
    if (prepared && loginFailure == null) {
      recorder.warnIfSlow(Step.LOGIN, probe.limits().login(), from, to);
    }
    failure.ifPresent(this::report);
    return prepared;
  }

  private Optional<LoginResult.Failure> signIn(LoginResult.Session session, Deadline deadline)
      throws InterruptedException {
    signedIn = SignedInUser.of(context, user, session, recorder);
    return signedIn.prepare(deadline);
  }

  public void report(LoginResult.Failure failure) {
    if (failure.kind() == FindingKind.LOGIN_REFUSED) {
      dropToken();
    }
    loginFailed(failure, "");
  }

  private void loginFailed(LoginResult.Failure failure, String besides) {
    recorder
        .finding(failure.kind())
        .in(Step.LOGIN)
        .doubtful(failure.kind() == FindingKind.TIMED_OUT && loginDoubtful)
        .expected(failure.expected())
        .says("%s%s", failure.message(), besides);
  }

  /** Opens a socket, after the first one with fresh single-use secrets; empty on failure. */
  public Optional<RecordedSocket> connect() throws InterruptedException {
    Optional<UpgradeCall> upgrade = upgrade();
    if (upgrade.isEmpty()) {
      return Optional.empty();
    }
    long from = recorder.now();
    Deadline deadline = deadlineIn(probe.limits().connect().failed());
    ConnectResult result = open(upgrade.get(), deadline);
    attempt = result.attempt();
    recorder.stepTook(Step.CONNECT, from, attempt.endedNanos());
    Optional<RecordedSocket> socket = opened(result, Step.CONNECT, deadline);
    if (socket.isPresent()) {
      recorder.warnIfSlow(Step.CONNECT, probe.limits().connect(), from, attempt.endedNanos());
    }
    return socket;
  }

  public Optional<RecordedSocket> reconnect(Deadline deadline) throws InterruptedException {
    Optional<UpgradeCall> upgrade = upgrade();
    return upgrade.isPresent()
        ? opened(open(upgrade.get(), deadline), Step.RECONNECT, deadline)
        : Optional.empty();
  }

  /** What was prepared is good for one connection. */
  private Optional<UpgradeCall> upgrade() throws InterruptedException {
    if (signedIn == null) {
      return Optional.empty();
    }
    if (!prepared) {
      Deadline deadline = deadlineIn(probe.limits().login().failed());
      Optional<LoginResult.Failure> failure = signedIn.prepareAgain(deadline);
      loginDoubtful = deadline.doubtful(recorder.now());
      if (failure.isPresent()) {
        report(failure.get());
        return Optional.empty();
      }
    }
    prepared = false;
    return signedIn.upgrade();
  }

  /** Connects without recording anything: the caller judges the result. */
  public ConnectResult open(UpgradeCall upgrade, Deadline deadline) throws InterruptedException {
    UpgradeCall framed = UpgradeCalls.framed(upgrade, context.dialect().framing());
    return context.wire().connect(framed, deadline);
  }

  public RecordedSocket recorded(WebSocket socket) {
    return new RecordedSocket(socket, context.dialect().framing().connection(), recorder);
  }

  private Optional<RecordedSocket> opened(ConnectResult result, Step step, Deadline deadline) {
    recorder.warnOfDead(step, result.attempt().deadAddresses());
    return switch (result) {
      case ConnectResult.Connected(WebSocket socket, _) -> Optional.of(recorded(socket));
      case ConnectResult.Refused(var reply, _) -> {
        if (UpgradeRefusal.maybeStale(reply)) {
          tokenRefused();
        }
        String message = UpgradeRefusal.message(reply, recorder.redact(reply.body()));
        FindingKind kind = UpgradeRefusal.kind(reply);
        boolean odd = kind == FindingKind.AUTH_REFUSED && step == Step.CONNECT && flaw() != null;
        recorder
            .finding(odd ? FindingKind.TOKEN_INVALID : kind)
            .in(step)
            .expected("101 Switching Protocols")
            .says("%s", odd ? blaming(message) : message);
        yield Optional.empty();
      }
      case ConnectResult.Failed(var failure, _) -> {
        boolean late = failure.kind() == FindingKind.TIMED_OUT;
        recorder
            .finding(failure.kind())
            .in(step)
            .doubtful(late && deadline.doubtful(recorder.now()))
            .expected("an open WebSocket")
            .says("%s", failure.message());
        yield Optional.empty();
      }
    };
  }

  /** A refusal in the stream is the token's where the token that was issued is odd. */
  Finding explained(Finding refused) {
    return refused.kind() == FindingKind.AUTH_REFUSED
            && refused.step() == Step.WELCOME
            && flaw() != null
        ? new Finding(
            FindingKind.TOKEN_INVALID,
            refused.severity(),
            Step.LOGIN,
            refused.event(),
            refused.slot(),
            blaming(refused.message()),
            refused.evidence())
        : refused;
  }

  private String blaming(String refusal) {
    tokenBlamed = true;
    return refusal + "; the token that was issued is odd: " + flaw();
  }

  private @Nullable String flaw() {
    return signedIn == null ? null : signedIn.token().flaw();
  }

  /**
   * Tells of a login that failed beside an older token, or of an odd token that was taken all the
   * same, and makes the cleanup calls.
   */
  public void end() throws InterruptedException {
    if (loginFailure != null) {
      String others = recorder.reached(Step.ANSWER) ? "still get answers" : "get no answer either";
      loginFailed(loginFailure, "; users who are signed in " + others);
    }
    if (flaw() != null && !tokenBlamed) {
      recorder
          .finding(FindingKind.TOKEN_INVALID)
          .in(Step.LOGIN)
          .as(Severity.INFO)
          .expected("a login that gives the user a token of their own")
          .says("The token that was issued is odd: %s", flaw());
    }
    if (signedIn != null) {
      Deadline end = Deadline.after(timeout.nanos(), CLEANUP_GRACE);
      signedIn.cleanUp(recorder.deadlineIn(probe.limits().close()).earlier(end), recorder);
    }
  }

  public void dropToken() {
    tokens.drop(probe.target(), user);
  }

  /** The socket has refused it: a reused one has judged nobody until a new login has shown. */
  void tokenRefused() {
    staleToken = tokenAge != null;
    dropToken();
  }

  /** Whether a new login must show first what the refusal of a reused token was worth. */
  public boolean reusedTokenRefused() {
    return staleToken && loginFailure == null;
  }

  /**
   * A session with a new login in place of one whose reused token was refused, which ends and then
   * counts for nothing. Empty for others, where a login of just now has failed already, and where
   * the budget has no login left: that is our own fault.
   */
  public Optional<UserSession> afterStaleToken() throws InterruptedException {
    if (!reusedTokenRefused()) {
      return Optional.empty();
    }
    String age = DurationText.of(Objects.requireNonNull(tokenAge));
    if (!tokens.loginWait(probe.target(), user, 0, true).isZero()) {
      recorder
          .finding(FindingKind.MONITOR_FAULT)
          .in(Step.LOGIN)
          .expected("a login within the budget")
          .says(
              "A reused token, %s old, was refused, and manners.logins leaves no login to try anew",
              age);
      return Optional.empty();
    }
    end();
    UserSession renewed = new UserSession(context, tokens, user, earlierRuns, recorder.start());
    renewed.recorder.note("A reused token, " + age + " old, was refused: logging in anew");
    return Optional.of(renewed);
  }

  /** Within this time, but for stalls of ours, and within the run's. */
  public Deadline deadlineIn(Duration time) {
    return recorder.limitIn(time).earlier(timeout);
  }
}
