package io.goldenpath.journey.login;

import static io.goldenpath.model.finding.FindingKind.LOGIN_FAILED;
import static io.goldenpath.model.finding.FindingKind.TOKEN_INVALID;

import io.goldenpath.journey.run.RunContext;
import io.goldenpath.journey.run.UserRunRecorder;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.target.CanonicalId;
import io.goldenpath.model.target.Capture;
import io.goldenpath.model.target.Login;
import io.goldenpath.model.target.RequestTemplate;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.target.User;
import io.goldenpath.model.time.Deadline;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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
      case Login.None() -> LoginResult.Session.of(IssuedToken.GUEST);
      case Login.StaticToken(String claim) ->
          ownToken(user.credential("token").orElse(NOTHING), claim);
      case Login.SelfSignedJwt own -> ownToken(signed(own, user), own.subjectClaim());
      case Login.HttpLogin httpLogin -> exchange(httpLogin, user, deadline);
    };
  }

  /** Configured claims override the default {@code iat}, {@code exp} and {@code jti}. */
  private Secret signed(Login.SelfSignedJwt login, User user) {
    UserVariables variables =
        new UserVariables(user.credentials(), new CookieJar(), clock, recorder);
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
    return LoginResult.Session.of(IssuedTokenReader.read(token, claim, clock));
  }

  private LoginResult exchange(Login.HttpLogin login, User user, Deadline deadline)
      throws InterruptedException {
    UserVariables variables =
        new UserVariables(user.credentials(), new CookieJar(), clock, recorder)
            .in(recorder.begun());
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
      Optional<LoginResult.Failure> failure =
          client.call(request, who, login.refused(), Step.LOGIN, deadline);
      if (failure.isPresent()) {
        return failure.get();
      }
    }
    return loginSession(login, client, variables);
  }

  private LoginResult loginSession(
      Login.HttpLogin login, UserHttpClient client, UserVariables variables) {
    ParsedReply last = client.last().orElseThrow();
    Login.TokenMetadata metadata = login.tokenMetadata();
    String pointer = metadata.subjectPointer();
    Optional<String> user = pointer == null ? Optional.empty() : last.user(pointer);
    if (pointer != null && user.isEmpty() && last.userProblem(pointer).isEmpty()) {
      return failure(LOGIN_FAILED, "The login answered, but there is nothing at " + pointer);
    }
    IssuedToken token =
        IssuedTokenReader.read(variables.secret("token").orElse(NOTHING), last, metadata, clock);
    return user.isPresent()
            && token.subject() != null
            && !CanonicalId.of(user.get()).equals(CanonicalId.of(token.subject()))
        ? failure(
            TOKEN_INVALID,
            "The token that was issued belongs to another user than the one who logged in")
        : new LoginResult.Session(
            token, variables.cookies(), captured(login.requests(), variables));
  }

  private static Map<String, Secret> captured(
      List<RequestTemplate> calls, UserVariables variables) {
    return calls.stream()
        .flatMap(request -> request.expects().captures().stream())
        .map(Capture::name)
        .distinct()
        .collect(Collectors.toMap(name -> name, name -> variables.secret(name).orElse(NOTHING)));
  }

  private static Secret basic(Secret id, Secret secret) {
    String pair =
        UserHttpClient.encoded(id.reveal()) + ":" + UserHttpClient.encoded(secret.reveal());
    return Secret.of(Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }

  private static LoginResult failure(FindingKind kind, String message) {
    return new LoginResult.Failure(kind, EXPECTED_TOKEN, message);
  }
}
