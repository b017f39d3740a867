package io.goldenpath.settings.reader;

import io.goldenpath.model.target.Capture;
import io.goldenpath.model.target.Condition;
import io.goldenpath.model.target.Login;
import io.goldenpath.model.target.RequestTemplate;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.target.TokenSigner;
import io.goldenpath.settings.condition.ConditionCompiler;
import io.goldenpath.settings.keys.JsonTemplate;
import io.goldenpath.settings.keys.LoginProperties;
import io.goldenpath.settings.keys.LoginProperties.JwtProperties;
import io.goldenpath.settings.keys.LoginProperties.OAuth2Properties;
import io.goldenpath.settings.mistakes.Mistakes;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads how users log in. */
final class LoginReader {

  private static final String TYPES = "none, token, password, jwt, oauth2-client, steps";
  private static final Secret DEFAULT_BODY =
      Secret.of("{\"email\":\"{email}\",\"password\":\"{password}\"}");
  private static final String CLIENT_BASIC = "client-basic";

  private final String at;
  private final Mistakes mistakes;
  private final KnownVariables variables;
  private final CaptureReader captureReader;

  LoginReader(String at, Mistakes mistakes, KnownVariables variables) {
    this.at = at;
    this.mistakes = mistakes;
    this.variables = variables;
    this.captureReader = new CaptureReader(mistakes);
  }

  Optional<Login> login(@Nullable LoginProperties written) {
    if (written == null || written.type() == null) {
      mistakes.add(at + ".type", "is missing; expected one of " + TYPES);
      return Optional.empty();
    }
    new UrlChecker(mistakes).checkHeaderNames(at, written.headers().keySet());
    rejectForeignKeys(written, written.type());
    return switch (written.type()) {
      case "none" -> Optional.of(new Login.None());
      case "token" -> token(written);
      case "password" -> password(written);
      case "jwt" -> jwt(written);
      case "oauth2-client" -> clientCredentials(written);
      case "steps" -> steps(written);
      default -> {
        mistakes.add(
            at + ".type", "there is no login type '" + written.type() + "'; known are " + TYPES);
        yield Optional.empty();
      }
    };
  }

  private Optional<Login> token(LoginProperties written) {
    variables.define("token");
    return Optional.of(new Login.StaticToken(written.subjectClaim()));
  }

  private Optional<Login> password(LoginProperties written) {
    Secret body = Objects.requireNonNullElse(written.body(), DEFAULT_BODY);
    JsonTemplate.of(body.reveal()).problem().ifPresent(flaw -> mistakes.add(at + ".body", flaw));
    variables.check(at + ".body", body);
    RequestTemplate.Body json = new RequestTemplate.Body.Json(body);
    return singleRequest(written, "url", written.url(), written.headers(), json);
  }

  private Optional<Login> clientCredentials(LoginProperties written) {
    OAuth2Properties oauth2 = written.oauth2();
    if (oauth2 == null) {
      mistakes.add(at + ".oauth2.token-url", "is missing; login type oauth2-client needs it");
      return Optional.empty();
    }
    variables.check(at + ".oauth2", Secret.of("{client-id}{client-secret}"));
    Map<String, Secret> form = new LinkedHashMap<>();
    form.put("grant_type", Secret.of("client_credentials"));
    if (oauth2.scope() != null) {
      form.put("scope", Secret.of(oauth2.scope()));
    }
    Map<String, Secret> headers = new HashMap<>(written.headers());
    headers.put("Authorization", Secret.of("Basic {" + CLIENT_BASIC + "}"));
    headers.put("Accept", Secret.of("application/json"));
    return singleRequest(
        written,
        "oauth2.token-url",
        oauth2.tokenUrl(),
        headers,
        new RequestTemplate.Body.Form(form));
  }

  /** A login of one POST, whose reply holds the token. */
  private Optional<Login> singleRequest(
      LoginProperties written,
      String key,
      @Nullable Secret url,
      Map<String, Secret> headers,
      RequestTemplate.Body body) {
    written.headers().forEach((name, value) -> variables.check(at + ".headers." + name, value));
    String pointer = Objects.requireNonNullElse(written.tokenAt(), "/access_token");
    Optional<String> tokenAt = captureReader.jsonPointer(at + ".token-at", pointer);
    Optional<Secret> address =
        new UrlChecker(mistakes).checkUrl(at + "." + key, url, "http", "https").map(_ -> url);
    if (url != null) {
      variables.check(at + "." + key, url);
    }
    variables.define("token");
    Condition refused = refused(written);
    Login.TokenMetadata tokenMetadata = tokenMetadata(written);
    return address.flatMap(to ->
        tokenAt.map(tokenPointer -> {
          Capture token = new Capture("token", Capture.Source.POINTER, tokenPointer, null);
          RequestTemplate request =
              new RequestTemplate(
                  "POST " + RequestReader.path(to.reveal()),
                  "POST",
                  to,
                  headers,
                  body,
                  new RequestTemplate.Expectation(null, List.of(token)));
          return new Login.HttpLogin(List.of(request), refused, tokenMetadata);
        }));
  }

  private Optional<Login> steps(LoginProperties written) {
    if (written.steps().isEmpty()) {
      mistakes.add(at + ".steps", "is missing; login type steps needs at least one request");
      return Optional.empty();
    }
    RequestReader reader =
        new RequestReader(mistakes, variables, LoginHost.of(at, written, mistakes));
    List<RequestTemplate> calls = reader.read(at + ".steps", written.steps());
    Condition refused = refused(written);
    Login.TokenMetadata tokenMetadata = tokenMetadata(written);
    return calls.size() == written.steps().size()
        ? Optional.of(new Login.HttpLogin(calls, refused, tokenMetadata))
        : Optional.empty();
  }

  private Optional<Login> jwt(LoginProperties written) {
    JwtProperties jwt = written.jwt();
    if (jwt == null || jwt.secret() == null) {
      mistakes.add(at + ".jwt.secret", "is missing; login type jwt needs it");
      return Optional.empty();
    }
    JsonTemplate claims =
        jwt.claims() == null ? JsonTemplate.of("{\"sub\":\"{subject}\"}") : jwt.claims();
    Secret template = Secret.of(claims.template());
    claims.problem().ifPresent(flaw -> mistakes.add(at + ".jwt.claims", flaw));
    variables.check(at + ".jwt.claims", template);
    if (!jwt.lifetime().isPositive()) {
      mistakes.add(at + ".jwt.lifetime", "must be above zero");
    }
    variables.define("token");
    Optional<TokenSigner> signer =
        new TokenSignerReader(mistakes).read(at + ".jwt", jwt.algorithm(), jwt.secret());
    return signer.map(
        made -> new Login.SelfSignedJwt(made, jwt.lifetime(), template, written.subjectClaim()));
  }

  private @Nullable Condition refused(LoginProperties written) {
    return Optional.ofNullable(written.refused())
        .flatMap(text -> ConditionCompiler.ofReply().compile(at + ".refused", text, mistakes))
        .orElse(null);
  }

  private Login.TokenMetadata tokenMetadata(LoginProperties written) {
    return new Login.TokenMetadata(
        captureReader.jsonPointer(at + ".subject-at", written.subjectAt()).orElse(null),
        written.subjectClaim(),
        captureReader.jsonPointer(at + ".expires-at", written.expiresAt()).orElse(null));
  }

  /** What another type of login would need says that the wrong type was chosen. */
  private void rejectForeignKeys(LoginProperties written, String type) {
    rejectForeignKey("jwt", written.jwt() != null, type);
    rejectForeignKey("oauth2", written.oauth2() != null, type);
    rejectForeignKey("steps", !written.steps().isEmpty(), type);
    rejectForeignKey("body", written.body() != null, type);
    if (type.equals("steps") && written.tokenAt() != null) {
      mistakes.add(
          at + ".token-at",
          "login type steps takes its token by a capture: capture: { token: "
              + written.tokenAt()
              + " }");
    }
  }

  private void rejectForeignKey(String key, boolean present, String type) {
    String owner =
        switch (key) {
          case "oauth2" -> "oauth2-client";
          case "body" -> "password";
          default -> key;
        };
    if (present && !type.equals(owner)) {
      mistakes.add(at + "." + key, "belongs to login type " + owner + ", but the type is " + type);
    }
  }
}
