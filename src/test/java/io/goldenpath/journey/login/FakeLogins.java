package io.goldenpath.journey.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Logins of a {@link FakePlatform}, and who is known by what they have given. */
final class FakeLogins {

  private static final JsonMapper JSON = JsonMapper.shared();

  final Set<String> sessions = ConcurrentHashMap.newKeySet();

  MockResponse login(RecordedRequest request) {
    JsonNode body = JSON.readTree(FakePlatform.body(request));
    boolean right =
        body.path("email").asString("").equals(FakePlatform.EMAIL)
            && body.path("password").asString("").equals(FakePlatform.PASSWORD);
    return right
        ? FakePlatform.json(
            200,
            "{\"access_token\":\"%s\",\"expires_in\":900,\"user\":{\"id\":\"%s\"}}"
                .formatted(
                    FakePlatform.token(FakePlatform.USER, Duration.ofMinutes(15)),
                    FakePlatform.USER))
        : FakePlatform.json(401, "{\"detail\":\"Invalid credentials\"}");
  }

  MockResponse clientCredentials(RecordedRequest request) {
    String basic =
        "Basic "
            + Base64.getEncoder()
                .encodeToString("probe%3Aone:s3cr%26t-of-one".getBytes(StandardCharsets.UTF_8));
    boolean right =
        basic.equals(request.getHeaders().get("Authorization"))
            && FakePlatform.body(request).equals("grant_type=client_credentials&scope=chat+read");
    return right
        ? FakePlatform.json(
            200,
            "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":60}"
                .formatted(FakePlatform.token(FakePlatform.USER, Duration.ofMinutes(15))))
        : FakePlatform.json(401, "{\"error\":\"invalid_client\"}");
  }

  static MockResponse page() {
    return new MockResponse.Builder()
        .addHeader("Content-Type", "text/html;charset=UTF-8")
        .addHeader("Set-Cookie", "visitor=v-123456; Path=/; HttpOnly")
        .addHeader("Set-Cookie", "XSRF-TOKEN=x-987654; Path=/")
        .body("<form><input name=\"_csrf\" value=\"c5rf&amp;+/=\" /></form>")
        .build();
  }

  MockResponse form(RecordedRequest request) {
    Map<String, String> fields =
        Arrays.stream(FakePlatform.body(request).split("&"))
            .map(pair -> pair.split("=", 2))
            .collect(
                Collectors.toMap(
                    pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    boolean right =
        FakePlatform.EMAIL.equals(fields.get("username"))
            && FakePlatform.PASSWORD.equals(fields.get("password"))
            && "c5rf&+/=".equals(fields.get("_csrf"))
            && String.valueOf(request.getHeaders().get("Cookie")).contains("visitor=v-123456");
    MockResponse.Builder reply = new MockResponse.Builder().code(302);
    if (!right) {
      return reply.addHeader("Location", "/login?error").build();
    }
    String session = "s-" + sessions.size() + "-abcdefghijkl";
    sessions.add(session);
    return reply
        .addHeader("Location", "/home?code=code-4711-secret")
        .addHeader("Set-Cookie", "SESSION=" + session + "; Path=/; HttpOnly; SameSite=Lax")
        .build();
  }

  /** The token or session of an upgrade, wherever it is. */
  static Optional<String> carried(RecordedRequest request) {
    List<String> found = new ArrayList<>();
    String bearer = request.getHeaders().get("Authorization");
    if (bearer != null && bearer.startsWith("Bearer ")) {
      found.add(bearer.substring(7));
    }
    String protocols = request.getHeaders().get("Sec-WebSocket-Protocol");
    if (protocols != null && protocols.contains("jwt.")) {
      String encoded = protocols.substring(protocols.indexOf("jwt.") + 4).split(",", 2)[0].strip();
      found.add(new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8));
    }
    Optional.ofNullable(request.getUrl().queryParameter("token")).ifPresent(found::add);
    String cookies = request.getHeaders().get("Cookie");
    if (cookies != null) {
      Arrays.stream(cookies.split("; "))
          .filter(cookie -> cookie.startsWith("SESSION=") || cookie.startsWith("auth="))
          .forEach(cookie -> found.add(cookie.substring(cookie.indexOf('=') + 1)));
    }
    return found.stream().findFirst();
  }

  Optional<String> user(String credential) {
    if (sessions.contains(credential)) {
      return Optional.of(FakePlatform.USER);
    }
    try {
      SignedJWT token = SignedJWT.parse(credential);
      boolean good =
          token.verify(new MACVerifier(FakePlatform.KEY))
              && token.getJWTClaimsSet().getExpirationTime().toInstant().isAfter(Instant.now());
      return good ? Optional.of(token.getJWTClaimsSet().getSubject()) : Optional.empty();
    } catch (ParseException | JOSEException _) {
      return Optional.empty();
    }
  }
}
