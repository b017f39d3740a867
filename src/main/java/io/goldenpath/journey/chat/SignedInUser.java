package io.goldenpath.journey.chat;

import io.goldenpath.journey.login.FirstMessageSender;
import io.goldenpath.journey.login.IssuedToken;
import io.goldenpath.journey.login.LoginFailure;
import io.goldenpath.journey.login.LoginSession;
import io.goldenpath.journey.login.PrepareResult;
import io.goldenpath.journey.login.UpgradeCalls;
import io.goldenpath.journey.login.UserHttpClient;
import io.goldenpath.journey.login.UserVariables;
import io.goldenpath.journey.run.UserRunRecorder;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.target.Capture;
import io.goldenpath.model.target.RequestTemplate;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.target.TargetAccess;
import io.goldenpath.model.target.TokenLocation;
import io.goldenpath.model.target.User;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.redaction.Redactor;
import io.goldenpath.wire.websocket.UpgradeCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One user within one run, after the login: what they hold, and their errands. */
public final class SignedInUser {

  private final TargetAccess access;
  private final LoginSession session;
  private final UserVariables variables;
  private final UserHttpClient client;

  private SignedInUser(
      TargetAccess access, LoginSession session, UserVariables variables, UserHttpClient client) {
    this.access = access;
    this.session = session;
    this.variables = variables;
    this.client = client;
  }

  static SignedInUser of(
      RunContext context, User user, LoginSession session, UserRunRecorder recorder) {
    UserVariables variables =
        UserVariables.of(user, session.cookies().copy(), context.clocks().dates());
    session.captured().forEach(variables::set);
    session.captured().entrySet().stream()
        .filter(value -> Redactor.isSensitiveName(value.getKey()))
        .forEach(value -> recorder.hide(value.getValue()));
    session.cookies().secrets().forEach(recorder::hide);
    IssuedToken token = session.token();
    if (!token.guest()) {
      variables.set("token", token.value());
      recorder.hide(token.value());
    }
    if (token.subject() != null) {
      variables.set("subject", Secret.of(token.subject()));
    }
    TargetAccess access = context.probe().target().access();
    return new SignedInUser(
        access,
        session,
        variables,
        new UserHttpClient(context.wire(), access.routes().http(), recorder, variables, token));
  }

  public IssuedToken token() {
    return session.token();
  }

  /** Runs the errands that come before the socket. */
  PrepareResult prepare(Deadline deadline) throws InterruptedException {
    return prepare(access.hooks().prepare(), deadline);
  }

  private PrepareResult prepare(List<RequestTemplate> calls, Deadline deadline)
      throws InterruptedException {
    for (RequestTemplate request : calls) {
      Optional<LoginFailure> failure =
          client.call(request, "Preparing the run (" + request.label() + ")", null, deadline);
      if (failure.isPresent()) {
        return new PrepareResult.Failed(failure.get());
      }
    }
    return upgrade()
        .map(this::withCookies)
        .orElseGet(() ->
            failed(
                "an address of ws:// or wss://",
                "What was captured makes no address of the socket's url"));
  }

  /**
   * What a further connection asks for. An errand that fetches a ticket or the like is run again,
   * for those are good for one connection.
   */
  PrepareResult prepareAgain(Deadline deadline) throws InterruptedException {
    return prepare(
        access.hooks().prepare().stream()
            .filter(request ->
                request.expects().captures().stream()
                    .map(Capture::name)
                    .anyMatch(Redactor::isSensitiveName))
            .toList(),
        deadline);
  }

  /** The same user with this in place of everything that the login has given. */
  public SignedInUser withBadToken(Secret bad) {
    IssuedToken token = new IssuedToken(bad, null, null);
    return new SignedInUser(access, LoginSession.of(token), variables.withSecrets(bad), client);
  }

  /** What is asked for as things stand; empty where the variables do not make an address of it. */
  public Optional<UpgradeCall> upgrade() {
    return UpgradeCalls.of(access.socket(), access.routes().socket(), token(), variables);
  }

  /** Makes a call with the user's token. */
  public Optional<LoginFailure> call(RequestTemplate request, String who, Deadline deadline)
      throws InterruptedException {
    return client.call(request, who, null, deadline);
  }

  /** Runs the errands that come after the run, each of them whatever became of the others. */
  List<LoginFailure> cleanUp(Deadline deadline) throws InterruptedException {
    List<LoginFailure> setbacks = new ArrayList<>();
    for (RequestTemplate request : access.hooks().cleanup()) {
      client
          .call(request, "Cleaning up after the run (" + request.label() + ")", null, deadline)
          .ifPresent(setbacks::add);
    }
    return setbacks;
  }

  /** The message that brings the token, where one does. */
  public Optional<FirstMessageSender> introduction() {
    return access.socket().tokenLocations().stream()
        .filter(TokenLocation.Message.class::isInstance)
        .map(carrier ->
            new FirstMessageSender(((TokenLocation.Message) carrier).message(), variables))
        .findFirst();
  }

  /** A login by cookies that set none for the socket has failed, whatever it answered. */
  private PrepareResult withCookies(UpgradeCall upgrade) {
    boolean byCookie =
        access.socket().tokenLocations().stream()
            .anyMatch(carrier -> carrier instanceof TokenLocation.Cookie(var name) && name == null);
    if (!byCookie || upgrade.headers().keySet().stream().anyMatch("Cookie"::equalsIgnoreCase)) {
      return new PrepareResult.Ready(upgrade);
    }
    String host = upgrade.url().getHost();
    return failed(
        "a cookie for " + host,
        "The login set no cookie that a browser would send to %s; it set %s"
            .formatted(host, names()));
  }

  private static PrepareResult failed(String expected, String message) {
    return new PrepareResult.Failed(new LoginFailure(FindingKind.LOGIN_FAILED, expected, message));
  }

  private String names() {
    Set<String> names = variables.cookies().byName().keySet();
    return names.isEmpty() ? "none" : String.join(", ", names);
  }
}
