package io.goldenpath.journey;

import io.goldenpath.probe.ConnectPhases;
import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.EventMark;
import io.goldenpath.probe.Expiry;
import io.goldenpath.probe.Finding;
import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Limit;
import io.goldenpath.probe.Probe;
import io.goldenpath.probe.Step;
import io.goldenpath.probe.User;
import io.goldenpath.probe.UserRun;
import io.goldenpath.wire.ConnectResult;
import io.goldenpath.wire.WebSocket;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One user on the golden path: log in, connect, talk. */
final class Walk {

  private final Road road;
  private final Probe probe;
  private final User user;
  private final EarlierRuns earlier;
  private final Notes notes;
  private final Deadline timeout;
  private IssuedToken token = IssuedToken.GUEST;
  private ConnectPhases phases = new ConnectPhases(null, null, null, null);
  private List<EventMark> events = List.of();
  private @Nullable Instant certificate;

  Walk(Road road, User user, EarlierRuns earlier, long start) {
    this.road = road;
    this.probe = road.probe();
    this.user = user;
    this.earlier = earlier;
    this.notes =
        new Notes(user.slot(), user.credentials().values(), start, road.clocks().stopwatch());
    this.timeout = Deadline.after(start, probe.cadence().timeout());
  }

  UserRun walk() throws InterruptedException {
    if (logIn()) {
      Optional<WebSocket> socket = connect();
      if (socket.isPresent()) {
        events = new Talk(road, user, token, earlier, notes).with(socket.get(), timeout);
      }
    }
    return new UserRun(
        user.slot(),
        notes.steps(probe.journey()),
        phases,
        events,
        notes.transcript(),
        new Expiry(certificate, token.expires()));
  }

  List<Finding> findings() {
    return notes.findings();
  }

  private boolean logIn() throws InterruptedException {
    long from = notes.now();
    Optional<IssuedToken> held = road.tokens().reusable(user.slot());
    SignInResult result =
        held.isPresent()
            ? new SignInResult.SignedIn(held.get())
            : new SignIn(road.wire(), road.clocks().dates())
                .attempt(probe.target().login(), user, within(probe.limits().login()));
    notes.took(Step.LOGIN, from, notes.now());
    return switch (result) {
      case SignInResult.SignedIn(IssuedToken issued) -> {
        token = issued;
        road.tokens().keep(user.slot(), issued);
        notes.hide(issued.value());
        notes.pace(Step.LOGIN, probe.limits().login(), from);
        yield true;
      }
      case SignInResult.Refused(FindingKind kind, String expected, String message) -> {
        notes.find(kind, Step.LOGIN, expected, message);
        yield false;
      }
    };
  }

  private Optional<WebSocket> connect() throws InterruptedException {
    long from = notes.now();
    ConnectResult result =
        road.wire()
            .connect(Upgrades.of(probe.target().socket(), token), within(probe.limits().connect()));
    notes.took(Step.CONNECT, from, notes.now());
    phases = result.phases();
    return switch (result) {
      case ConnectResult.Connected(WebSocket socket, _, var expiry) -> {
        certificate = expiry;
        notes.pace(Step.CONNECT, probe.limits().connect(), from);
        yield Optional.of(socket);
      }
      case ConnectResult.Refused(var reply, _) -> {
        FindingKind kind = Doorway.kind(reply);
        if (kind == FindingKind.AUTH_REFUSED) {
          road.tokens().drop(user.slot());
        }
        notes.find(kind, Step.CONNECT, "101 Switching Protocols", Doorway.message(reply));
        yield Optional.empty();
      }
      case ConnectResult.Failed(var failure, _) -> {
        notes.find(failure.kind(), Step.CONNECT, "an open WebSocket", failure.message());
        yield Optional.empty();
      }
    };
  }

  private Deadline within(Limit limit) {
    return notes.in(limit.failed()).earlier(timeout);
  }
}
