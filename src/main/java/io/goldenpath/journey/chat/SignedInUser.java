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

  private final TargetAccess targetAccess;
  private final LoginSession loginSession;
  private final UserVariables userVariables;
  private final UserHttpClient client;

  private SignedInUser(
      TargetAccess targetAccess,
      LoginSession loginSession,
      UserVariables userVariables,
      UserHttpClient client) {
    this.targetAccess = targetAccess;
    this.loginSession = loginSession;
    this.userVariables = userVariables;
    this.client = client;
  }

  static SignedInUser of(
      RunContext context, User user, LoginSession loginSession, UserRunRecorder recorder) {
    UserVariables userVariables =
        UserVariables.of(user, loginSession.cookies().copy(), context.clocks().dates());
    loginSession.captured().forEach(userVariables::set);
    loginSession.captured().entrySet().stream()
        .filter(value -> Redactor.isSensitiveName(value.getKey()))
        .forEach(value -> recorder.hide(value.getValue()));
    loginSession.cookies().secrets().forEach(recorder::hide);
    IssuedToken token = loginSession.token();
    if (!token.guest()) {
      userVariables.set("token", token.value());
      recorder.hide(token.value());
    }
    if (token.subject() != null) {
      userVariables.set("subject", Secret.of(token.subject()));
    }
    TargetAccess targetAccess = context.probe().target().targetAccess();
    return new SignedInUser(
        targetAccess,
        loginSession,
        userVariables,
        new UserHttpClient(
            context.wireClient(),
            targetAccess.targetRoutes().http(),
            recorder,
            userVariables,
            token));
  }

  public IssuedToken token() {
    return loginSession.token();
  }

  /** Runs the errands that come before the socket. */
  PrepareResult prepare(Deadline deadline) throws InterruptedException {
    return prepare(targetAccess.hooks().prepare(), deadline);
  }

  private PrepareResult prepare(List<RequestTemplate> calls, Deadline deadline)
      throws InterruptedException {
    for (RequestTemplate requestTemplate : calls) {
      Optional<LoginFailure> failure =
          client.call(
              requestTemplate,
              "Preparing the run (" + requestTemplate.label() + ")",
              null,
              deadline);
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
        targetAccess.hooks().prepare().stream()
            .filter(requestTemplate ->
                requestTemplate.expects().captures().stream()
                    .map(Capture::name)
                    .anyMatch(Redactor::isSensitiveName))
            .toList(),
        deadline);
  }

  /** The same user with this in place of everything that the login has given. */
  public SignedInUser withBadToken(Secret bad) {
    IssuedToken token = new IssuedToken(bad, null, null);
    return new SignedInUser(
        targetAccess, LoginSession.of(token), userVariables.withSecrets(bad), client);
  }

  /** What is asked for as things stand; empty where the variables do not make an address of it. */
  public Optional<UpgradeCall> upgrade() {
    return UpgradeCalls.of(
        targetAccess.socket(), targetAccess.targetRoutes().socket(), token(), userVariables);
  }

  /** Makes a call with the user's token. */
  public Optional<LoginFailure> call(RequestTemplate requestTemplate, String who, Deadline deadline)
      throws InterruptedException {
    return client.call(requestTemplate, who, null, deadline);
  }

  /** Runs the errands that come after the run, each of them whatever became of the others. */
  List<LoginFailure> cleanUp(Deadline deadline) throws InterruptedException {
    List<LoginFailure> setbacks = new ArrayList<>();
    for (RequestTemplate requestTemplate : targetAccess.hooks().cleanup()) {
      client
          .call(
              requestTemplate,
              "Cleaning up after the run (" + requestTemplate.label() + ")",
              null,
              deadline)
          .ifPresent(setbacks::add);
    }
    return setbacks;
  }

  /** The message that brings the token, where one does. */
  public Optional<FirstMessageSender> introduction() {
    return targetAccess.socket().tokenLocations().stream()
        .filter(TokenLocation.Message.class::isInstance)
        .map(carrier ->
            new FirstMessageSender(((TokenLocation.Message) carrier).message(), userVariables))
        .findFirst();
  }

  /** A login by cookies that set none for the socket has failed, whatever it answered. */
  private PrepareResult withCookies(UpgradeCall upgrade) {
    boolean byCookie =
        targetAccess.socket().tokenLocations().stream()
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
    Set<String> names = userVariables.cookies().byName().keySet();
    return names.isEmpty() ? "none" : String.join(", ", names);
  }
}
