package io.goldenpath.journey.login;

import io.goldenpath.journey.run.RunContext;
import io.goldenpath.journey.run.UserRunRecorder;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.target.Target;
import io.goldenpath.model.target.User;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.model.time.UtcTime;
import io.goldenpath.wire.UpgradeCall;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One user's login within one run: a fresh one, or a session of an earlier run. */
public final class UserLogin {

  private final RunContext context;
  private final TokenPool tokens;
  private final User user;
  private final UserRunRecorder recorder;
  private final Deadline timeout;
  private @Nullable SignedInUser signedIn;
  private LoginResult.@Nullable Reused reused;
  private LoginResult.@Nullable FailingLogin failing;
  private TokenFlaw flaw = new TokenFlaw(null);
  private boolean prepared;
  private boolean stale;
  private boolean doubtful;

  public UserLogin(
      RunContext context, TokenPool tokens, User user, UserRunRecorder recorder, Deadline timeout) {
    this.context = context;
    this.tokens = tokens;
    this.user = user;
    this.recorder = recorder;
    this.timeout = timeout;
  }

  /** Empty before the login, and after a failed one. */
  public Optional<SignedInUser> signedInUser() {
    return Optional.ofNullable(signedIn);
  }

  /** Logs in, or reuses a pooled session, and makes the prepare calls; false on failure. */
  public boolean logIn() throws InterruptedException {
    Deadline deadline = deadline();
    long wait = deadline.remainingNanos(context.clocks().stopwatch());
    return logIn(() -> tokens.logIn(target(), user, wait, () -> fresh(deadline)), deadline);
  }

  /** Logs in outside the pool, for a session that is ended within this run. */
  public boolean logInUncached() throws InterruptedException {
    Deadline deadline = deadline();
    return logIn(() -> tokens.logInUncached(target(), user, () -> fresh(deadline)), deadline);
  }

  private LoginResult fresh(Deadline deadline) throws InterruptedException {
    return new Authenticator(context, recorder).logIn(user, deadline);
  }

  private boolean logIn(TokenPool.LoginCall call, Deadline deadline) throws InterruptedException {
    long from = recorder.now();
    Optional<LoginResult.Failure> failure =
        switch (call.logIn()) {
          case LoginResult.Session session -> {
            reused = null;
            failing = null;
            yield signIn(session, deadline);
          }
          case LoginResult.Reused older -> {
            reused = older;
            failing = older.failing();
            yield signIn(older.session(), older.failure() == null ? deadline : deadline());
          }
          case LoginResult.Failure why -> {
            reused = null;
            failing = tokens.failing(target(), user);
            yield Optional.of(why);
          }
        };
    long to = recorder.now();
    doubtful = deadline.reached(to) && deadline.doubtful(to);
    record(from, to);
    prepared = failure.isEmpty();
    if (prepared && failed() == null) {
      recorder.warnIfSlow(Step.LOGIN, context.probe().limits().login(), from, to);
    }
    failure.ifPresent(this::report);
    return prepared;
  }

  /** A login of just now that failed was walked, though an older token goes on. */
  private void record(long from, long to) {
    boolean walked = reused == null || reused.failure() != null;
    Duration age = walked || reused == null ? null : reused.age();
    recorder.loginTook(from, to, age, failing == null ? null : failing.since());
    if (age != null && failing != null) {
      recorder.note(
          "login failing since %s%s, so this run says nothing of it: its token is %s old; %s"
              .formatted(
                  UtcTime.minute(failing.since()),
                  failing.user().account() == user.account()
                      ? ""
                      : " for user " + failing.user().slot(),
                  DurationText.of(age),
                  failing.last().message()));
    }
  }

  private Optional<LoginResult.Failure> signIn(LoginResult.Session session, Deadline deadline)
      throws InterruptedException {
    signedIn = SignedInUser.of(context, user, session, recorder);
    flaw = new TokenFlaw(session.token().flaw());
    return signedIn.prepare(deadline);
  }

  /** What was prepared is good for one connection. */
  public Optional<UpgradeCall> upgrade() throws InterruptedException {
    if (signedIn == null) {
      return Optional.empty();
    }
    if (!prepared) {
      Deadline deadline = deadline();
      Optional<LoginResult.Failure> failure = signedIn.prepareAgain(deadline);
      doubtful = deadline.doubtful(recorder.now());
      if (failure.isPresent()) {
        report(failure.get());
        return Optional.empty();
      }
    }
    prepared = false;
    return signedIn.upgrade();
  }

  public void report(LoginResult.Failure failure) {
    if (failure.kind() == FindingKind.LOGIN_REFUSED) {
      dropRefused();
    }
    report(failure, "");
  }

  private void report(LoginResult.Failure failure, String more) {
    recorder
        .finding(failure.kind())
        .in(Step.LOGIN)
        .doubtful(failure.kind() == FindingKind.TIMED_OUT && doubtful)
        .expected(failure.expected())
        .retryAfter(failure.retryAfter())
        .says("%s%s", failure.message(), more);
  }

  /** A refusal by the socket is the token's where the token that was issued is odd. */
  public Optional<String> blaming(String refusal) {
    return flaw.blaming(refusal);
  }

  /** A refusal in the stream is the token's where the token that was issued is odd. */
  public Finding explained(Finding refused) {
    return flaw.explained(refused);
  }

  /**
   * Tells of a login that failed beside an older token, or of an odd token that was taken all the
   * same, and makes the cleanup calls.
   */
  public void end(Deadline cleanup) throws InterruptedException {
    LoginResult.Failure failure = failed();
    if (failure != null) {
      String others = recorder.reached(Step.ANSWER) ? "still get answers" : "get no answer either";
      report(failure, "; users who are signed in " + others);
    }
    flaw.tell(recorder);
    if (signedIn != null) {
      signedIn.cleanUp(cleanup, recorder);
    }
  }

  /** Whatever session of the account is pooled. */
  public void dropToken() {
    tokens.drop(target(), user);
  }

  private void dropRefused() {
    if (signedIn != null) {
      tokens.refused(target(), user, signedIn.token());
    }
  }

  /** The socket has refused it: a reused one has judged nobody until a new login has shown. */
  public void tokenRefused() {
    stale = reused != null;
    dropRefused();
  }

  /** Whether a new login must show first what the refusal of a reused token was worth. */
  public boolean reusedTokenRefused() {
    return stale && failed() == null;
  }

  /**
   * Age of a reused token that was refused, where a new login may stand in for it. Empty for
   * others, where a login of just now has failed already, and where the budget has no login left:
   * that is our own fault.
   */
  public Optional<String> renewable() {
    if (!reusedTokenRefused()) {
      return Optional.empty();
    }
    String age = DurationText.of(Objects.requireNonNull(reused).age());
    if (tokens.postponed(target(), user, 0, true).isPresent()) {
      recorder
          .finding(FindingKind.MONITOR_FAULT)
          .in(Step.LOGIN)
          .expected("a login within the budget")
          .says(
              "A reused token, %s old, was refused, and manners.logins leaves no login to try anew",
              age);
      return Optional.empty();
    }
    return Optional.of(age);
  }

  private Target target() {
    return context.probe().target();
  }

  private Deadline deadline() {
    return recorder.limitIn(context.probe().limits().login().failed()).earlier(timeout);
  }

  private LoginResult.@Nullable Failure failed() {
    return reused == null ? null : reused.failure();
  }
}
