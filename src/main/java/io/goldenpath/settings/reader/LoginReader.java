package io.goldenpath.settings.reader;

import static java.util.Objects.requireNonNullElse;

import io.goldenpath.model.target.Capture;
import io.goldenpath.model.target.Login;
import io.goldenpath.model.target.RequestTemplate;
import io.goldenpath.model.target.RequestTemplate.Body;
import io.goldenpath.model.target.RequestTemplate.Expectation;
import io.goldenpath.model.target.Secret;
import io.goldenpath.settings.condition.ConditionCompiler;
import io.goldenpath.settings.keys.JsonTemplate;
import io.goldenpath.settings.keys.LoginProperties;
import io.goldenpath.settings.keys.LoginProperties.JwtProperties;
import io.goldenpath.settings.keys.LoginProperties.OAuth2Properties;
import io.goldenpath.settings.keys.LoginProperties.ReplyProperties;
import io.goldenpath.settings.keys.RequestProperties;
import io.goldenpath.settings.mistakes.SettingKey;
import io.goldenpath.settings.request.CaptureReader;
import io.goldenpath.settings.request.KnownVariables;
import io.goldenpath.settings.request.RequestReader;
import io.goldenpath.settings.request.UrlChecker;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads how users log in. */
record LoginReader(
    SettingKey at, LoginProperties written, KnownVariables variables, RequestReader requests) {

  private static final List<String> TYPES =
      List.of("none", "token", "password", "jwt", "oauth2-client", "steps");
  private static final Map<String, String> OWNERS =
      new TreeMap<>(
          Map.of("body", "password", "jwt", "jwt", "oauth2", "oauth2-client", "steps", "steps"));
  private static final Secret DEFAULT_BODY =
      Secret.of("{\"email\":\"{email}\",\"password\":\"{password}\"}");

  Optional<Login> login() {
    SettingKey type = at.child("type");
    if (written.type() == null) {
      return type.wrong("is missing; expected one of " + String.join(", ", TYPES));
    }
    variables.checkHeaders(at.child("headers"), written.headers());
    rejectForeignKeys(written.type());
    return switch (written.type()) {
      case "none" -> Optional.of(new Login.None());
      case "token" -> Optional.of(token());
      case "password" -> password();
      case "jwt" -> jwt();
      case "oauth2-client" -> clientCredentials();
      case "steps" -> steps();
      default -> type.unknown("login type", written.type(), TYPES);
    };
  }

  private Login token() {
    variables.require("token");
    variables.define("token");
    return new Login.StaticToken(written.reply().subjectClaim());
  }

  private Optional<Login> password() {
    Secret body =
        variables.json(
            at.child("body"),
            JsonTemplate.of(requireNonNullElse(written.method().body(), DEFAULT_BODY).reveal()));
    return singleRequest(at.child("url"), written.url(), written.headers(), new Body.Json(body));
  }

  private Optional<Login> clientCredentials() {
    SettingKey key = at.child("oauth2");
    OAuth2Properties oauth2 = written.method().oauth2();
    if (oauth2 == null) {
      return key.child("token-url").wrong("is missing; login type oauth2-client needs it");
    }
    variables.check(key, Secret.of("{client-id}{client-secret}"));
    Map<String, Secret> form = new LinkedHashMap<>();
    form.put("grant_type", Secret.of("client_credentials"));
    if (oauth2.scope() != null) {
      form.put("scope", Secret.of(oauth2.scope()));
    }
    Map<String, Secret> headers = new HashMap<>(written.headers());
    headers.put("Authorization", Secret.of("Basic {client-basic}"));
    headers.put("Accept", Secret.of("application/json"));
    return singleRequest(key.child("token-url"), oauth2.tokenUrl(), headers, new Body.Form(form));
  }

  private Optional<Login> singleRequest(
      SettingKey key, @Nullable Secret url, Map<String, Secret> headers, Body body) {
    String tokenAt = requireNonNullElse(written.reply().tokenAt(), "/access_token");
    CaptureReader.jsonPointer(at.child("token-at"), tokenAt);
    Secret to = requireNonNullElse(url, Secret.of(""));
    Optional<URI> address = UrlChecker.check(key, url, "http");
    variables.check(key, to);
    variables.define("token");
    Capture token = new Capture("token", Capture.Source.POINTER, tokenAt, null);
    Expectation expectation = new Expectation(null, List.of(token));
    Login login = httpLogin(List.of(RequestReader.request("POST", to, headers, body, expectation)));
    return address.map(_ -> login);
  }

  private Optional<Login> steps() {
    List<RequestProperties> steps = written.method().steps();
    if (steps.isEmpty()) {
      return at.child("steps").wrong("is missing; login type steps needs at least one request");
    }
    List<RequestTemplate> calls = requests.read(at.child("steps"), steps);
    return Optional.of(httpLogin(calls)).filter(_ -> calls.size() == steps.size());
  }

  private Login httpLogin(List<RequestTemplate> calls) {
    ReplyProperties reply = written.reply();
    return new Login.HttpLogin(
        calls,
        ConditionCompiler.REPLY.compile(at.child("refused"), reply.refused()),
        new Login.TokenMetadata(
            CaptureReader.jsonPointer(at.child("subject-at"), reply.subjectAt()),
            reply.subjectClaim(),
            CaptureReader.jsonPointer(at.child("expires-at"), reply.expiresAt())));
  }

  private Optional<Login> jwt() {
    SettingKey key = at.child("jwt");
    JwtProperties jwt = written.method().jwt();
    if (jwt == null || jwt.secret() == null) {
      return key.child("secret").wrong("is missing; login type jwt needs it");
    }
    Secret claims =
        variables.json(
            key.child("claims"),
            requireNonNullElse(jwt.claims(), JsonTemplate.of("{\"sub\":\"{subject}\"}")));
    key.child("lifetime").positive(jwt.lifetime());
    variables.define("token");
    return TokenSignerReader.read(key, jwt.algorithm(), jwt.secret())
        .map(signer ->
            new Login.SelfSignedJwt(
                signer, jwt.lifetime(), claims, written.reply().subjectClaim()));
  }

  /** Keys of another login type suggest that the wrong type was chosen. */
  private void rejectForeignKeys(String type) {
    OWNERS.forEach((key, owner) -> {
      if (!owner.equals(type)) {
        at.child(key)
            .wrongIfWritten("belongs to login type " + owner + ", but the type is " + type);
      }
    });
    if (type.equals("steps")) {
      at.child("token-at")
          .wrongIfWritten(
              "login type steps takes its token by a capture: capture: { token: %s }"
                  .formatted(written.reply().tokenAt()));
    }
  }
}
