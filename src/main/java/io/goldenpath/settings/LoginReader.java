package io.goldenpath.settings;

import io.goldenpath.probe.Call;
import io.goldenpath.probe.Capture;
import io.goldenpath.probe.Condition;
import io.goldenpath.probe.Login;
import io.goldenpath.probe.Secret;
import io.goldenpath.probe.TokenSigner;
import io.goldenpath.settings.LoginProperties.JwtProperties;
import io.goldenpath.settings.LoginProperties.OAuth2Properties;
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
  private static final Secret USUAL_BODY =
      Secret.of("{\"email\":\"{email}\",\"password\":\"{password}\"}");
  private static final String BASIC = "client-basic";

  private final String at;
  private final Mistakes mistakes;
  private final Scope scope;
  private final CaptureReader places;

  LoginReader(String at, Mistakes mistakes, Scope scope) {
    this.at = at;
    this.mistakes = mistakes;
    this.scope = scope;
    this.places = new CaptureReader(mistakes);
  }

  Optional<Login> login(@Nullable LoginProperties written) {
    if (written == null || written.type() == null) {
      mistakes.add(at + ".type", "is missing; expected one of " + TYPES);
      return Optional.empty();
    }
    new Addresses(mistakes).headers(at, written.headers().keySet());
    strays(written, written.type());
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
    scope.learn("token");
    return Optional.of(new Login.Token(written.subjectClaim()));
  }

  private Optional<Login> password(LoginProperties written) {
    Secret body = Objects.requireNonNullElse(written.body(), USUAL_BODY);
    JsonText.of(body.reveal()).flaw().ifPresent(flaw -> mistakes.add(at + ".body", flaw));
    scope.check(at + ".body", body);
    Call.Body json = new Call.Body.Json(body);
    return one(written, "url", written.url(), written.headers(), json);
  }

  private Optional<Login> clientCredentials(LoginProperties written) {
    OAuth2Properties oauth2 = written.oauth2();
    if (oauth2 == null) {
      mistakes.add(at + ".oauth2.token-url", "is missing; login type oauth2-client needs it");
      return Optional.empty();
    }
    scope.check(at + ".oauth2", Secret.of("{client-id}{client-secret}"));
    Map<String, Secret> form = new LinkedHashMap<>();
    form.put("grant_type", Secret.of("client_credentials"));
    if (oauth2.scope() != null) {
      form.put("scope", Secret.of(oauth2.scope()));
    }
    Map<String, Secret> headers = new HashMap<>(written.headers());
    headers.put("Authorization", Secret.of("Basic {" + BASIC + "}"));
    headers.put("Accept", Secret.of("application/json"));
    return one(written, "oauth2.token-url", oauth2.tokenUrl(), headers, new Call.Body.Form(form));
  }

  /** A login of one POST, whose reply holds the token. */
  private Optional<Login> one(
      LoginProperties written,
      String key,
      @Nullable Secret url,
      Map<String, Secret> headers,
      Call.Body body) {
    written.headers().forEach((name, value) -> scope.check(at + ".headers." + name, value));
    String pointer = Objects.requireNonNullElse(written.tokenAt(), "/access_token");
    Optional<String> tokenAt = places.pointer(at + ".token-at", pointer);
    Optional<Secret> address =
        new Addresses(mistakes).url(at + "." + key, url, "http", "https").map(_ -> url);
    if (url != null) {
      scope.check(at + "." + key, url);
    }
    scope.learn("token");
    Condition refused = refused(written);
    Login.Whose whose = whose(written);
    return address.flatMap(to ->
        tokenAt.map(place -> {
          Capture token = new Capture("token", Capture.Part.POINTER, place, null);
          Call call =
              new Call(
                  "POST " + CallReader.path(to.reveal()),
                  "POST",
                  to,
                  headers,
                  body,
                  new Call.Expectation(null, List.of(token)));
          return new Login.Exchange(List.of(call), refused, whose);
        }));
  }

  private Optional<Login> steps(LoginProperties written) {
    if (written.steps().isEmpty()) {
      mistakes.add(at + ".steps", "is missing; login type steps needs at least one request");
      return Optional.empty();
    }
    CallReader reader = new CallReader(mistakes, scope, Hosts.of(at, written, mistakes));
    List<Call> calls = reader.read(at + ".steps", written.steps());
    Condition refused = refused(written);
    Login.Whose whose = whose(written);
    return calls.size() == written.steps().size()
        ? Optional.of(new Login.Exchange(calls, refused, whose))
        : Optional.empty();
  }

  private Optional<Login> jwt(LoginProperties written) {
    JwtProperties jwt = written.jwt();
    if (jwt == null || jwt.secret() == null) {
      mistakes.add(at + ".jwt.secret", "is missing; login type jwt needs it");
      return Optional.empty();
    }
    JsonText claims = jwt.claims() == null ? JsonText.of("{\"sub\":\"{subject}\"}") : jwt.claims();
    Secret template = Secret.of(claims.template());
    claims.flaw().ifPresent(flaw -> mistakes.add(at + ".jwt.claims", flaw));
    scope.check(at + ".jwt.claims", template);
    if (!jwt.lifetime().isPositive()) {
      mistakes.add(at + ".jwt.lifetime", "must be above zero");
    }
    scope.learn("token");
    Optional<TokenSigner> signer =
        new TokenSigners(mistakes).read(at + ".jwt", jwt.algorithm(), jwt.secret());
    return signer.map(
        made -> new Login.SelfSigned(made, jwt.lifetime(), template, written.subjectClaim()));
  }

  private @Nullable Condition refused(LoginProperties written) {
    return Optional.ofNullable(written.refused())
        .flatMap(text -> Conditions.ofReply().read(at + ".refused", text, mistakes))
        .orElse(null);
  }

  private Login.Whose whose(LoginProperties written) {
    return new Login.Whose(
        places.pointer(at + ".subject-at", written.subjectAt()).orElse(null),
        written.subjectClaim(),
        places.pointer(at + ".expires-at", written.expiresAt()).orElse(null));
  }

  /** What another type of login would need says that the wrong type was chosen. */
  private void strays(LoginProperties written, String type) {
    stray("jwt", written.jwt() != null, type);
    stray("oauth2", written.oauth2() != null, type);
    stray("steps", !written.steps().isEmpty(), type);
    stray("body", written.body() != null, type);
    if (type.equals("steps") && written.tokenAt() != null) {
      mistakes.add(
          at + ".token-at",
          "login type steps takes its token by a capture: capture: { token: "
              + written.tokenAt()
              + " }");
    }
  }

  private void stray(String key, boolean present, String type) {
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
