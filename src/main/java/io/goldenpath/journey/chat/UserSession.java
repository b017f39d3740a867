package io.goldenpath.journey.chat;

import io.goldenpath.journey.login.RetryAfter;
import io.goldenpath.journey.login.SignedInUser;
import io.goldenpath.journey.login.TokenPool;
import io.goldenpath.journey.login.UpgradeCalls;
import io.goldenpath.journey.login.UserLogin;
import io.goldenpath.journey.run.ExchangeRecorder.Span;
import io.goldenpath.journey.run.RecentIds;
import io.goldenpath.journey.run.RunContext;
import io.goldenpath.journey.run.RunStart;
import io.goldenpath.journey.run.UserRunRecorder;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.EventArrival;
import io.goldenpath.model.run.Expiry;
import io.goldenpath.model.run.UserRun;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.target.User;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.wire.ConnectResult;
import io.goldenpath.wire.HttpReply;
import io.goldenpath.wire.UpgradeCall;
import io.goldenpath.wire.WebSocket;
import java.time.Duration;
import java.util.List;
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
  private final UserLogin login;
  private ConnectResult.Attempt attempt = ConnectResult.Attempt.NONE;

  public UserSession(
      RunContext context, TokenPool tokens, User user, RecentIds earlierRuns, RunStart begun) {
    this.context = context;
    this.tokens = tokens;
    this.probe = context.probe();
    this.user = user;
    this.earlierRuns = earlierRuns;
    this.recorder = new UserRunRecorder(context, user.slot(), begun);
    this.timeout = Deadline.after(begun.nanos(), probe.cadence().timeout());
    this.login = new UserLogin(context, tokens, user, recorder, timeout);
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

  public UserLogin login() {
    return login;
  }

  /** Id of the user as the login tells it, or else the settings; empty where neither does. */
  public Optional<String> subject() {
    return login.signedInUser().flatMap(this::subject);
  }

  private Optional<String> subject(SignedInUser signedIn) {
    return Optional.ofNullable(signedIn.token().subject())
        .or(() -> user.credential("subject").map(Secret::reveal));
  }

  public UserRun result(List<EventArrival> events) {
    return new UserRun(
        user.slot(),
        recorder.steps(probe.journey()),
        attempt.phases(),
        events,
        recorder.transcript(),
        new Expiry(
            recorder.certificateEnds(),
            login.signedInUser().map(user -> user.token().expires()).orElse(null)));
  }

  /** Opens a socket, after the first one with fresh single-use secrets; empty on failure. */
  public Optional<RecordedSocket> connect() throws InterruptedException {
    Optional<UpgradeCall> upgrade = login.upgrade();
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
    Optional<UpgradeCall> upgrade = login.upgrade();
    return upgrade.isPresent()
        ? opened(open(upgrade.get(), deadline), Step.RECONNECT, deadline)
        : Optional.empty();
  }

  /** Connects without judging anything: the caller does. */
  public ConnectResult open(UpgradeCall upgrade, Deadline deadline) throws InterruptedException {
    UpgradeCall framed = UpgradeCalls.framed(upgrade, context.dialect().framing());
    long from = recorder.now();
    ConnectResult result = context.wire().connect(framed, deadline);
    recorder.exchanges().upgraded(new Span(from, recorder.now()), framed, reply(result));
    return result;
  }

  private static @Nullable HttpReply reply(ConnectResult result) {
    return switch (result) {
      case ConnectResult.Connected(_, HttpReply reply, _) -> reply;
      case ConnectResult.Refused(HttpReply reply, _) -> reply;
      case ConnectResult.Failed _ -> null;
    };
  }

  /**
   * The socket with its framing and conversation.
   *
   * @param resumed Whether it goes on where a connection was lost.
   */
  public RecordedSocket recorded(WebSocket socket, SignedInUser user, boolean resumed) {
    return new RecordedSocket(
        socket,
        context.dialect().framing().connection(user.values()),
        context.dialect().conversation(user.values(), resumed),
        user,
        recorder,
        context.dialect().closeCodes());
  }

  private Optional<RecordedSocket> opened(ConnectResult result, Step step, Deadline deadline) {
    recorder.warnOfDead(step, result.attempt().deadAddresses());
    recorder.certificateSeen(Step.CONNECT, result.attempt().certificateExpiry());
    return switch (result) {
      case ConnectResult.Connected(WebSocket socket, var reply, _) -> {
        recorder.replied(reply);
        yield Optional.of(
            recorded(socket, login.signedInUser().orElseThrow(), step == Step.RECONNECT));
      }
      case ConnectResult.Refused(var reply, _) -> {
        recorder.replied(reply);
        refused(reply, step);
        yield Optional.empty();
      }
      case ConnectResult.Failed(var failure, _) -> {
        recorder
            .finding(failure.kind())
            .in(step)
            .doubtful(failure.kind() == FindingKind.TIMED_OUT && deadline.doubtful(recorder.now()))
            .expected("an open WebSocket")
            .says("%s", failure.message());
        yield Optional.empty();
      }
    };
  }

  private void refused(HttpReply reply, Step step) {
    if (UpgradeRefusal.maybeStale(reply)) {
      login.tokenRefused();
    }
    String message = UpgradeRefusal.message(reply, recorder.redact(reply.body()));
    FindingKind kind = UpgradeRefusal.kind(reply);
    Optional<String> odd =
        kind == FindingKind.AUTH_REFUSED && step == Step.CONNECT
            ? login.blaming(message)
            : Optional.empty();
    recorder
        .finding(odd.isPresent() ? FindingKind.TOKEN_INVALID : kind)
        .in(step)
        .expected("101 Switching Protocols")
        .retryAfter(retryAfter(reply))
        .says("%s", odd.orElse(message));
  }

  /** How long the server asks to be left alone; null where it does not. */
  public @Nullable Duration retryAfter(HttpReply reply) {
    return RetryAfter.of(reply, context.clocks().dates().instant()).orElse(null);
  }

  /** Ends the login, with what is still to be told of it and the cleanup calls. */
  public void end() throws InterruptedException {
    Deadline last = Deadline.after(timeout.nanos(), CLEANUP_GRACE);
    login.end(recorder.deadlineIn(probe.limits().close()).earlier(last));
  }

  /** Whether a new login must show first what the refusal of a reused token was worth. */
  public boolean reusedTokenRefused() {
    return login.reusedTokenRefused();
  }

  /**
   * A session with a new login in place of one whose reused token was refused, which ends and then
   * counts for nothing. Empty for others, and where no new login may be tried.
   */
  public Optional<UserSession> afterStaleToken() throws InterruptedException {
    Optional<String> age = login.renewable();
    if (age.isEmpty()) {
      return Optional.empty();
    }
    end();
    UserSession renewed = new UserSession(context, tokens, user, earlierRuns, recorder.begun());
    renewed.recorder.note("A reused token, " + age.get() + " old, was refused: logging in anew");
    return Optional.of(renewed);
  }

  /** Within this time, but for stalls of ours, and within the run's. */
  public Deadline deadlineIn(Duration time) {
    return recorder.limitIn(time).earlier(timeout);
  }
}
