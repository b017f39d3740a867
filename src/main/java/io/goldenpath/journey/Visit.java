package io.goldenpath.journey;

import io.goldenpath.probe.Access;
import io.goldenpath.probe.Call;
import io.goldenpath.probe.Capture;
import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Redactor;
import io.goldenpath.probe.Secret;
import io.goldenpath.probe.TokenCarrier;
import io.goldenpath.probe.User;
import io.goldenpath.wire.UpgradeCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One user within one run, after the login: what they hold, and their errands. */
final class Visit {

  private final Access access;
  private final Session session;
  private final Variables variables;
  private final Caller errands;

  private Visit(Access access, Session session, Variables variables, Caller errands) {
    this.access = access;
    this.session = session;
    this.variables = variables;
    this.errands = errands;
  }

  static Visit of(Road road, User user, Session session, Notes notes) {
    Variables variables = Variables.of(user, session.cookies().copy(), road.clocks().dates());
    session.captured().forEach(variables::set);
    session.captured().entrySet().stream()
        .filter(value -> Redactor.soundsSecret(value.getKey()))
        .forEach(value -> notes.hide(value.getValue()));
    session.cookies().secrets().forEach(notes::hide);
    IssuedToken token = session.token();
    if (!token.guest()) {
      variables.set("token", token.value());
      notes.hide(token.value());
    }
    if (token.subject() != null) {
      variables.set("subject", Secret.of(token.subject()));
    }
    Access access = road.probe().target().access();
    return new Visit(
        access,
        session,
        variables,
        new Caller(road.wire(), access.routes().calls(), notes, variables, token));
  }

  IssuedToken token() {
    return session.token();
  }

  /** Runs the errands that come before the socket. */
  Door prepare(Deadline deadline) throws InterruptedException {
    return prepare(access.errands().prepare(), deadline);
  }

  private Door prepare(List<Call> calls, Deadline deadline) throws InterruptedException {
    for (Call call : calls) {
      Optional<Setback> setback =
          errands.make(call, "Preparing the run (" + call.what() + ")", null, deadline);
      if (setback.isPresent()) {
        return new Door.Shut(setback.get());
      }
    }
    return upgrade()
        .map(this::withCookies)
        .orElseGet(() ->
            shut(
                "an address of ws:// or wss://",
                "What was captured makes no address of the socket's url"));
  }

  /**
   * What a further connection asks for. An errand that fetches a ticket or the like is run again,
   * for those are good for one connection.
   */
  Door prepareAgain(Deadline deadline) throws InterruptedException {
    return prepare(
        access.errands().prepare().stream()
            .filter(call ->
                call.expects().captures().stream()
                    .map(Capture::name)
                    .anyMatch(Redactor::soundsSecret))
            .toList(),
        deadline);
  }

  /** The same user with this in place of everything that the login has given. */
  Visit holding(Secret bad) {
    IssuedToken token = new IssuedToken(bad, null, null);
    return new Visit(access, Session.of(token), variables.holding(bad), errands);
  }

  /** What is asked for as things stand; empty where the variables do not make an address of it. */
  Optional<UpgradeCall> upgrade() {
    return Upgrades.of(access.socket(), access.routes().socket(), token(), variables);
  }

  /** Makes a call with the user's token. */
  Optional<Setback> make(Call call, String who, Deadline deadline) throws InterruptedException {
    return errands.make(call, who, null, deadline);
  }

  /** Runs the errands that come after the run, each of them whatever became of the others. */
  List<Setback> cleanUp(Deadline deadline) throws InterruptedException {
    List<Setback> setbacks = new ArrayList<>();
    for (Call call : access.errands().cleanup()) {
      errands
          .make(call, "Cleaning up after the run (" + call.what() + ")", null, deadline)
          .ifPresent(setbacks::add);
    }
    return setbacks;
  }

  /** The message that brings the token, where one does. */
  Optional<Introduction> introduction() {
    return access.socket().carriers().stream()
        .filter(TokenCarrier.First.class::isInstance)
        .map(carrier -> new Introduction(((TokenCarrier.First) carrier).message(), variables))
        .findFirst();
  }

  /** A login by cookies that set none for the socket has failed, whatever it answered. */
  private Door withCookies(UpgradeCall upgrade) {
    boolean byCookie =
        access.socket().carriers().stream()
            .anyMatch(carrier -> carrier instanceof TokenCarrier.Cookie(var name) && name == null);
    if (!byCookie || upgrade.headers().keySet().stream().anyMatch("Cookie"::equalsIgnoreCase)) {
      return new Door.Open(upgrade);
    }
    String host = upgrade.url().getHost();
    return shut(
        "a cookie for " + host,
        "The login set no cookie that a browser would send to %s; it set %s"
            .formatted(host, names()));
  }

  private static Door shut(String expected, String message) {
    return new Door.Shut(new Setback(FindingKind.LOGIN_FAILED, expected, message));
  }

  private String names() {
    Set<String> names = variables.cookies().byName().keySet();
    return names.isEmpty() ? "none" : String.join(", ", names);
  }
}
