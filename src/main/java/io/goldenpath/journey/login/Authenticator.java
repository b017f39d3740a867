package io.goldenpath.journey.login;

import static io.goldenpath.model.finding.FindingKind.LOGIN_FAILED;
import static io.goldenpath.model.finding.FindingKind.TOKEN_INVALID;

import io.goldenpath.journey.run.RunContext;
import io.goldenpath.journey.run.UserRunRecorder;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.target.Capture;
import io.goldenpath.model.target.Login;
import io.goldenpath.model.target.RequestTemplate;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.target.User;
import io.goldenpath.model.time.Deadline;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Logs one user in, in whatever way the target asks for. */
public final class Authenticator {

  private static final String EXPECTED_TOKEN = "a login that gives the user a token of their own";

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Secret NOTHING = Secret.of("");

  private final RunContext context;
  private final InstantSource clock;
  private final UserRunRecorder recorder;

  public Authenticator(RunContext context, UserRunRecorder recorder) {
    this.context = context;
    this.clock = context.clocks().dates();
    this.recorder = recorder;
  }

  public LoginResult logIn(User user, Deadline deadline) throws InterruptedException {
    return switch (context.probe().target().access().login()) {
      case Login.None() -> new LoginResult.SignedIn(LoginSession.of(IssuedToken.GUEST));
      case Login.StaticToken(String claim) ->
          ownToken(user.credential("token").orElse(NOTHING), claim);
      case Login.SelfSignedJwt own -> ownToken(signed(own, user), own.subjectClaim());
      case Login.HttpLogin httpLogin -> exchange(httpLogin, user, deadline);
    };
  }

  /** Configured claims override the default {@code iat}, {@code exp} and {@code jti}. */
  private Secret signed(Login.SelfSignedJwt login, User user) {
    UserVariables variables = UserVariables.of(user, new CookieJar(), clock);
    Instant now = clock.instant();
    ObjectNode claims = JSON.createObjectNode();
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plus(login.lifetime()).getEpochSecond());
    claims.put("jti", UUID.randomUUID().toString());
    if (JSON.readTree(variables.inJson(login.claims())) instanceof ObjectNode configured) {
      claims.setAll(configured);
    }
    return login.signer().sign(claims.toString());
  }

  private LoginResult ownToken(Secret token, String claim) {
    return parsed(token, claim)
        .map(issued -> objection(issued, null).orElseGet(() -> signedIn(LoginSession.of(issued))))
        .orElseGet(Authenticator::unreadable);
  }

  private LoginResult exchange(Login.HttpLogin login, User user, Deadline deadline)
      throws InterruptedException {
    UserVariables variables = UserVariables.of(user, new CookieJar(), clock);
    user.credential("client-id")
        .flatMap(id -> user.credential("client-secret").map(secret -> basic(id, secret)))
        .ifPresent(basic -> {
          recorder.hide(basic);
          variables.set("client-basic", basic);
        });
    UserHttpClient client = new UserHttpClient(context, recorder, variables, IssuedToken.GUEST);
    for (RequestTemplate request : login.requests()) {
      String who =
          login.requests().size() == 1 ? "The login" : "The login's call " + request.label();
      Optional<LoginFailure> failure = client.call(request, who, login.refused(), deadline);
      if (failure.isPresent()) {
        return new LoginResult.Refused(failure.get());
      }
    }
    return loginSession(login, client, variables);
  }

  private LoginResult loginSession(
      Login.HttpLogin login, UserHttpClient client, UserVariables variables) {
    ParsedReply last = client.last().orElseThrow();
    ReplyClaims claims = ReplyClaims.read(last, login.tokenMetadata(), clock.instant());
    Optional<IssuedToken> parsed =
        variables
            .value("token")
            .map(token -> parsed(token, login.tokenMetadata().subjectClaim()))
            .orElse(Optional.of(IssuedToken.GUEST));
    if (parsed.isEmpty()) {
      return unreadable();
    }
    if (claims.missing() != null) {
      return refused(
          LOGIN_FAILED, "The login answered, but there is nothing at " + claims.missing());
    }
    IssuedToken token = parsed.get();
    return objection(token, claims.subject())
        .orElseGet(() ->
            signedIn(
                new LoginSession(
                    token.completedBy(claims.subject(), claims.expires()),
                    variables.cookies(),
                    captured(login.requests(), variables))));
  }

  private static Map<String, Secret> captured(
      List<RequestTemplate> calls, UserVariables variables) {
    return calls.stream()
        .flatMap(request -> request.expects().captures().stream())
        .map(Capture::name)
        .distinct()
        .collect(Collectors.toMap(name -> name, name -> variables.value(name).orElse(NOTHING)));
  }

  private Optional<LoginResult> objection(IssuedToken token, @Nullable String user) {
    Instant expires = token.expires();
    if (expires != null && expires.isBefore(clock.instant())) {
      return Optional.of(
          refused(TOKEN_INVALID, "The token that was issued had already run out at " + expires));
    }
    return user != null && token.subject() != null && !user.equals(token.subject())
        ? Optional.of(
            refused(
                TOKEN_INVALID,
                "The token that was issued belongs to another user than the one who logged in"))
        : Optional.empty();
  }

  private static Optional<IssuedToken> parsed(Secret token, String claim) {
    try {
      return Optional.of(IssuedToken.parse(token.reveal(), claim));
    } catch (ParseException _) {
      return Optional.empty();
    }
  }

  private static Secret basic(Secret id, Secret secret) {
    String pair =
        UserHttpClient.encoded(id.reveal()) + ":" + UserHttpClient.encoded(secret.reveal());
    return Secret.of(Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }

  private static LoginResult unreadable() {
    return refused(TOKEN_INVALID, "The token that was issued looks like a JWT and is none");
  }

  private static LoginResult signedIn(LoginSession session) {
    return new LoginResult.SignedIn(session);
  }

  private static LoginResult refused(FindingKind kind, String message) {
    return new LoginResult.Refused(new LoginFailure(kind, EXPECTED_TOKEN, message));
  }
}
