package io.goldenpath.journey.login;

import io.goldenpath.dialect.ConversationValues;
import io.goldenpath.dialect.Dialect;
import io.goldenpath.journey.run.RunContext;
import io.goldenpath.journey.run.UserRunRecorder;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.target.Capture;
import io.goldenpath.model.target.RequestTemplate;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.target.TargetAccess;
import io.goldenpath.model.target.TokenLocation;
import io.goldenpath.model.target.UrlHost;
import io.goldenpath.model.target.User;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.redaction.Redactor;
import io.goldenpath.wire.UpgradeCall;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One user within one run, after the login: variables, and the requests before and after a run. */
public final class SignedInUser {

  private final TargetAccess access;
  private final IssuedToken token;
  private final UserVariables variables;
  private final UserHttpClient client;
  private final Dialect dialect;

  private SignedInUser(
      TargetAccess access,
      IssuedToken token,
      UserVariables variables,
      UserHttpClient client,
      Dialect dialect) {
    this.access = access;
    this.token = token;
    this.variables = variables;
    this.client = client;
    this.dialect = dialect;
  }

  public static SignedInUser of(
      RunContext context, User user, LoginResult.Session session, UserRunRecorder recorder) {
    UserVariables variables =
        new UserVariables(
                user.credentials(), session.cookies().copy(), context.clocks().dates(), recorder)
            .in(recorder.begun());
    variables.make(context.dialect().runVariables());
    session.captured().forEach(variables::set);
    session.cookies().secrets().forEach(recorder::hide);
    IssuedToken token = session.token();
    if (!token.guest()) {
      variables.set("token", token.value());
    }
    if (token.subject() != null) {
      variables.set("subject", Secret.of(token.subject()));
    }
    return new SignedInUser(
        context.probe().target().access(),
        token,
        variables,
        new UserHttpClient(context, recorder, variables, token),
        context.dialect());
  }

  /** Values of this user's variables in templates, which captures write. */
  public ConversationValues values() {
    return variables;
  }

  public IssuedToken token() {
    return token;
  }

  /** Makes the configured calls that come before the socket; empty on success. */
  public Optional<LoginResult.Failure> prepare(Deadline deadline) throws InterruptedException {
    return prepare(access.hooks().prepare(), deadline);
  }

  /**
   * Repeats the calls that are made for each socket, or that fetch a secret, such as a ticket for a
   * single connection.
   */
  public Optional<LoginResult.Failure> prepareAgain(Deadline deadline) throws InterruptedException {
    return prepare(access.hooks().prepare().stream().filter(this::perSocket).toList(), deadline);
  }

  private boolean perSocket(RequestTemplate request) {
    return access.hooks().perQuestion().contains(request)
        || request.expects().captures().stream()
            .map(Capture::name)
            .anyMatch(Redactor::isSensitiveName);
  }

  private Optional<LoginResult.Failure> prepare(List<RequestTemplate> calls, Deadline deadline)
      throws InterruptedException {
    variables.make(dialect.connectionVariables());
    for (RequestTemplate request : calls) {
      String who = "Preparing the run (" + request.label() + ")";
      Optional<LoginResult.Failure> failure = client.call(request, who, null, Step.LOGIN, deadline);
      if (failure.isPresent()) {
        return failure;
      }
    }
    return upgrade()
        .map(this::missingCookie)
        .orElseGet(() ->
            failed(
                "an address of ws:// or wss://",
                "What was captured makes no address of the socket's url"));
  }

  /** The same user with this in place of the token, and of every secret, on a new connection. */
  public SignedInUser withBadToken(Secret bad) {
    IssuedToken none = IssuedToken.opaque(bad);
    UserVariables forged = variables.withSecrets(bad);
    forged.make(dialect.connectionVariables());
    return new SignedInUser(access, none, forged, client.with(forged, none), dialect);
  }

  public Optional<UpgradeCall> upgrade() {
    return UpgradeCalls.of(access.socket(), access.socketRoute(), token, variables);
  }

  /**
   * Hands out a call that asks a question.
   *
   * @param answered is run on another thread, once there is an answer or none will come
   */
  public SubmittedCall submit(RequestTemplate request, Deadline deadline, Runnable answered) {
    return client.submit(request, deadline, answered);
  }

  /** Makes a call with the user's token; empty on success. */
  public Optional<LoginResult.Failure> call(RequestTemplate request, String who, Deadline deadline)
      throws InterruptedException {
    return client.call(request, who, null, Step.LOGIN, deadline);
  }

  /** Makes every cleanup call, also after one that failed; a failure is only informational. */
  public void cleanUp(Deadline deadline, UserRunRecorder recorder) throws InterruptedException {
    long from = recorder.now();
    for (RequestTemplate request : access.hooks().cleanup()) {
      String who = "Cleaning up after the run (" + request.label() + ")";
      client
          .call(request, who, null, Step.CLOSE, deadline)
          .ifPresent(failure -> mention(failure, recorder));
      recorder.stepTookAlso(Step.CLOSE, from, recorder.now());
    }
  }

  private static void mention(LoginResult.Failure failure, UserRunRecorder recorder) {
    boolean late = failure.kind() == FindingKind.TIMED_OUT;
    recorder
        .finding(late ? FindingKind.TIMED_OUT : FindingKind.PROTOCOL_ERROR)
        .in(Step.CLOSE)
        .as(Severity.INFO)
        .expected(failure.expected())
        .retryAfter(failure.retryAfter())
        .says("%s", failure.message());
  }

  public Optional<FirstMessageSender> firstMessage() {
    return access.socket().tokenLocations().stream()
        .flatMap(location -> location.firstMessage().stream())
        .findFirst()
        .map(message -> new FirstMessageSender(message, variables));
  }

  /** A login by cookies that set none for the socket has failed, whatever it answered. */
  private Optional<LoginResult.Failure> missingCookie(UpgradeCall upgrade) {
    boolean byCookie =
        access.socket().tokenLocations().stream().anyMatch(TokenLocation::usesLoginCookies);
    if (!byCookie || upgrade.headers().keySet().stream().anyMatch("Cookie"::equalsIgnoreCase)) {
      return Optional.empty();
    }
    String host = UrlHost.of(upgrade.url()).orElse("");
    Map<String, String> obstacles = variables.cookies().obstacles(upgrade.url(), variables.now());
    String why =
        obstacles.entrySet().stream()
            .map(cookie -> cookie.getKey() + " " + cookie.getValue())
            .collect(Collectors.joining("; "));
    return failed(
        "a cookie for " + host,
        "The login set no cookie that a browser would send to %s; %s"
            .formatted(host, why.isEmpty() ? "it set none" : why));
  }

  private static Optional<LoginResult.Failure> failed(String expected, String message) {
    return Optional.of(new LoginResult.Failure(FindingKind.LOGIN_FAILED, expected, message));
  }
}
