package io.goldenpath.journey;

import io.goldenpath.probe.Access;
import io.goldenpath.probe.ConnectPhases;
import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.EventMark;
import io.goldenpath.probe.Expiry;
import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Limit;
import io.goldenpath.probe.Login;
import io.goldenpath.probe.Probe;
import io.goldenpath.probe.Redactor;
import io.goldenpath.probe.Severity;
import io.goldenpath.probe.Step;
import io.goldenpath.probe.User;
import io.goldenpath.probe.UserRun;
import io.goldenpath.wire.ConnectResult;
import io.goldenpath.wire.UpgradeCall;
import io.goldenpath.wire.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One user within a run, from the login to the last errand; what happens is noted. */
final class Traveller {

  /** What the schedule grants a run beyond its timeout, less a little. */
  private static final Duration GRACE = Duration.ofMillis(1500);

  private final Road road;
  private final Probe probe;
  private final User user;
  private final Notes notes;
  private final Deadline timeout;
  private ConnectPhases phases = new ConnectPhases(null, null, null, null);
  private @Nullable Visit visit;
  private @Nullable Instant certificate;

  /**
   * @param secrets takes out what no user's transcript may show
   * @param start when the run began, on the monotonic clock
   */
  Traveller(Road road, User user, Redactor secrets, long start) {
    this.road = road;
    this.probe = road.probe();
    this.user = user;
    this.notes =
        new Notes(
            user.slot(),
            new Recorder(probe.plan().exercise().users()),
            secrets,
            start,
            road.clocks().stopwatch(),
            road.contract()::weigh);
    this.timeout = Deadline.after(start, probe.cadence().timeout());
  }

  User user() {
    return user;
  }

  Notes notes() {
    return notes;
  }

  /** When the run's whole time is up. */
  Deadline timeout() {
    return timeout;
  }

  /** What the login has given; empty before it, and where it failed. */
  Optional<Visit> visit() {
    return Optional.ofNullable(visit);
  }

  /** What this user met, with these events. */
  UserRun met(List<EventMark> events) {
    return new UserRun(
        user.slot(),
        notes.steps(probe.journey()),
        phases,
        events,
        notes.transcript(),
        new Expiry(certificate, visit == null ? null : visit.token().expires()));
  }

  /**
   * Logs in and prepares, and returns what then is asked for; empty when it did not come so far.
   */
  Optional<UpgradeCall> logIn() throws InterruptedException {
    return enter(this::signIn);
  }

  /** Logs in with a session that nobody else will have, for it will not outlive this run. */
  Optional<UpgradeCall> logInApart() throws InterruptedException {
    return enter(this::signInAnew);
  }

  /** What a further connection is asked for with. */
  Optional<UpgradeCall> askAgain() throws InterruptedException {
    return visit == null
        ? Optional.empty()
        : opened(visit.prepareAgain(within(probe.limits().login())));
  }

  private Optional<UpgradeCall> enter(Entrance entrance) throws InterruptedException {
    long from = notes.now();
    Deadline deadline = within(probe.limits().login());
    Door door =
        switch (entrance.signIn(deadline)) {
          case SignInResult.SignedIn(Session session) -> {
            visit = Visit.of(road, user, session, notes);
            yield visit.prepare(deadline);
          }
          case SignInResult.Refused(Setback why) -> new Door.Shut(why);
        };
    long to = notes.now();
    notes.took(Step.LOGIN, from, to);
    if (door instanceof Door.Open) {
      notes.pace(Step.LOGIN, probe.limits().login(), from, to);
    }
    return opened(door);
  }

  private Optional<UpgradeCall> opened(Door door) {
    return switch (door) {
      case Door.Open(UpgradeCall upgrade) -> Optional.of(upgrade);
      case Door.Shut(Setback why) -> {
        if (why.kind() == FindingKind.LOGIN_REFUSED) {
          forget();
        }
        notes.find(why.kind(), Step.LOGIN, why.expected(), why.message());
        yield Optional.empty();
      }
    };
  }

  private SignInResult signIn(Deadline deadline) throws InterruptedException {
    Login login = probe.target().access().login();
    Optional<Session> held = road.tokens().reusable(login, user);
    if (held.isPresent()) {
      return new SignInResult.SignedIn(held.get());
    }
    ReentrantLock turn = road.tokens().turn(login, user);
    boolean first = turn.tryLock(deadline.left(road.clocks().stopwatch()), TimeUnit.NANOSECONDS);
    try {
      Optional<Session> others = road.tokens().reusable(login, user);
      return others.isPresent() ? new SignInResult.SignedIn(others.get()) : signIn(login, deadline);
    } finally {
      if (first) {
        turn.unlock();
      }
    }
  }

  private SignInResult signIn(Login login, Deadline deadline) throws InterruptedException {
    SignInResult result = signInAnew(deadline);
    if (result instanceof SignInResult.SignedIn(Session session)) {
      road.tokens().keep(login, user, session);
    }
    return result;
  }

  private SignInResult signInAnew(Deadline deadline) throws InterruptedException {
    Access access = probe.target().access();
    return new SignIn(road.wire(), access.routes().calls(), road.clocks().dates(), notes)
        .attempt(access.login(), user, deadline);
  }

  /** Opens the socket; empty when it was not let in. */
  Optional<WebSocket> connect(UpgradeCall upgrade) throws InterruptedException {
    long from = notes.now();
    ConnectResult result = road.wire().connect(upgrade, within(probe.limits().connect()));
    long to = result.trail().ended();
    notes.took(Step.CONNECT, from, to);
    phases = result.trail().phases();
    certificate = result.trail().certificate();
    Optional<WebSocket> socket = opened(result, Step.CONNECT);
    if (socket.isPresent()) {
      notes.pace(Step.CONNECT, probe.limits().connect(), from, to);
    }
    return socket;
  }

  /** Opens another one; empty when it was not let in by then. */
  Optional<WebSocket> reconnect(UpgradeCall upgrade, Deadline deadline)
      throws InterruptedException {
    return opened(road.wire().connect(upgrade, deadline), Step.RECONNECT);
  }

  private Optional<WebSocket> opened(ConnectResult result, Step step) {
    return switch (result) {
      case ConnectResult.Connected(WebSocket socket, _) -> Optional.of(socket);
      case ConnectResult.Refused(var reply, _) -> {
        if (Doorway.maybeStale(reply)) {
          forget();
        }
        notes.find(
            Doorway.kind(reply),
            step,
            "101 Switching Protocols",
            Doorway.message(reply, notes.clean(reply.body())));
        yield Optional.empty();
      }
      case ConnectResult.Failed(var failure, _) -> {
        notes.find(failure.kind(), step, "an open WebSocket", failure.message());
        yield Optional.empty();
      }
    };
  }

  /** What is left behind is cleared away, whatever became of the run; a failure is a footnote. */
  void cleanUp() throws InterruptedException {
    if (visit == null || probe.target().access().errands().cleanup().isEmpty()) {
      return;
    }
    long from = notes.now();
    Deadline deadline =
        notes.in(probe.limits().close()).earlier(Deadline.after(timeout.nanos(), GRACE));
    for (Setback setback : visit.cleanUp(deadline)) {
      FindingKind kind =
          setback.kind() == FindingKind.TIMED_OUT
              ? FindingKind.TIMED_OUT
              : FindingKind.PROTOCOL_ERROR;
      notes.find(kind, Severity.INFO, Step.CLOSE, setback.expected(), setback.message());
    }
    notes.tookAlso(Step.CLOSE, from, notes.now());
  }

  /** The next run logs in anew. */
  void forget() {
    road.tokens().drop(probe.target().access().login(), user);
  }

  /** The end of a step that begins now. */
  Deadline within(Limit limit) {
    return notes.in(limit.failed()).earlier(timeout);
  }

  /** A way to log in. */
  @FunctionalInterface
  private interface Entrance {
    SignInResult signIn(Deadline deadline) throws InterruptedException;
  }
}
