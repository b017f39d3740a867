package io.goldenpath.journey;

import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Login;
import io.goldenpath.probe.Secret;
import io.goldenpath.probe.Template;
import io.goldenpath.probe.User;
import io.goldenpath.wire.HttpCall;
import io.goldenpath.wire.HttpReply;
import io.goldenpath.wire.HttpResult;
import io.goldenpath.wire.Wire;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One login of one user, and what its reply means. */
final class SignIn {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String EXPECTED = "a login that answers 200 with a token";

  private final Wire wire;
  private final InstantSource clock;

  SignIn(Wire wire, InstantSource clock) {
    this.wire = wire;
    this.clock = clock;
  }

  SignInResult attempt(Login login, User user, Deadline deadline) throws InterruptedException {
    return switch (login) {
      case Login.None() -> new SignInResult.SignedIn(IssuedToken.GUEST);
      case Login.Token() -> issued(credential(user, "token"), "sub");
      case Login.Password password -> exchange(password, user, deadline);
    };
  }

  private SignInResult exchange(Login.Password login, User user, Deadline deadline)
      throws InterruptedException {
    Map<String, Secret> headers = new HashMap<>(login.headers());
    headers.put("Content-Type", Secret.of("application/json"));
    headers.put("Accept", Secret.of("application/json"));
    String body =
        Template.of(login.body())
            .fill(name ->
                new String(
                    JsonStringEncoder.getInstance().quoteAsCharArray(credential(user, name))));
    return switch (wire.exchange(new HttpCall("POST", login.url(), headers, body), deadline)) {
      case HttpResult.Failed(var failure) ->
          new SignInResult.Refused(failure.kind(), EXPECTED, failure.message());
      case HttpResult.Answered(var reply) -> answered(login, reply);
    };
  }

  private SignInResult answered(Login.Password login, HttpReply reply) {
    int status = reply.status();
    if (status == 200 || status == 201) {
      return token(login, reply.body());
    }
    Optional<String> retryAfter = reply.header("Retry-After");
    if ((status == 429 || status == 503) && retryAfter.isPresent()) {
      return refused(
          FindingKind.SHED,
          "The login says to come back later: HTTP %d, Retry-After %s"
              .formatted(status, retryAfter.get()));
    }
    return switch (status) {
      case 400, 401, 403, 422 ->
          refused(
              FindingKind.LOGIN_REFUSED,
              "The login refused the user with HTTP %d: %s"
                  .formatted(status, Excerpt.of(reply.body())));
      default ->
          refused(
              FindingKind.LOGIN_FAILED,
              "The login broke with HTTP %d: %s".formatted(status, Excerpt.of(reply.body())));
    };
  }

  private SignInResult token(Login.Password login, String body) {
    JsonNode reply;
    try {
      reply = JSON.readTree(body);
    } catch (JacksonException _) {
      return refused(
          FindingKind.LOGIN_FAILED,
          "The login answered 200, but not with JSON: " + Excerpt.of(body));
    }
    JsonNode token = reply.at(login.tokenAt());
    if (!token.isString() || token.stringValue().isBlank()) {
      return refused(
          FindingKind.LOGIN_FAILED,
          "The login answered 200, but there is no token at " + login.tokenAt());
    }
    return issued(token.stringValue(), login.subjectClaim());
  }

  private SignInResult issued(String text, String subjectClaim) {
    IssuedToken token;
    try {
      token = IssuedToken.parse(text, subjectClaim);
    } catch (ParseException _) {
      return refused(
          FindingKind.TOKEN_INVALID, "The token that was issued looks like a JWT and is none");
    }
    Instant expires = token.expires();
    return expires != null && expires.isBefore(clock.instant())
        ? refused(
            FindingKind.TOKEN_INVALID,
            "The token that was issued had already run out at " + expires)
        : new SignInResult.SignedIn(token);
  }

  private static SignInResult refused(FindingKind kind, String message) {
    return new SignInResult.Refused(kind, EXPECTED, message);
  }

  private static String credential(User user, String name) {
    return user.credential(name).map(Secret::reveal).orElse("");
  }
}
