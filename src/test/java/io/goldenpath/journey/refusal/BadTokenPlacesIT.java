package io.goldenpath.journey.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import io.goldenpath.journey.login.FakePlatform;
import io.goldenpath.journey.recovery.DemoAccountRun;
import io.goldenpath.model.run.Run;
import java.util.List;
import mockwebserver3.MockResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad tokens in every place that carries the user's own, and how they are made. */
class BadTokenPlacesIT {

  private static final String ALL = "refusal: { every: 1h }";
  private static final String PASSWORD_LOGIN =
      """
      login: { type: password, url: HTTP/auth/login, subject-at: /user/id }
      users: [ { email: probe-a@example.com, password: 'p"4ss/wörd & more' } ]
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "token-in: header",
        "token-in: subprotocol",
        "token-in: query",
        "{ token-in: cookie, cookie: auth }",
        "token-in: [ header, query ]"
      })
  void bringsBadTokensWhereverTheUsersOwnGoes(String carrier) throws Exception {
    try (FakePlatform platform = new FakePlatform();
        DemoAccountRun demoAccountRun =
            new DemoAccountRun(target(platform, PASSWORD_LOGIN, carrier), ALL)) {
      DemoAccountRun.assertPassed(demoAccountRun.run());

      assertThat(platform.count("GET /ws")).isEqualTo(9L * demoAccountRun.walked());
    }
  }

  @Test
  void bringsBadTokensInTheFirstMessage() throws Exception {
    String carrier =
        "{ token-in: first-message, first-message: '{\"type\":\"auth\",\"token\":\"{token}\"}' }";
    try (FakePlatform platform = new FakePlatform().asksForFirstMessage(false);
        DemoAccountRun demoAccountRun =
            new DemoAccountRun(
                target(platform, PASSWORD_LOGIN, carrier),
                "refusal: { tokens: [garbage, expired, foreign] }")) {
      DemoAccountRun.assertPassed(demoAccountRun.run());
    }
  }

  @Test
  void bringsNobodysCookiesInPlaceOfTheUsersSession() throws Exception {
    String login =
        """
        login:
          type: steps
          url: HTTP
          steps:
            - { get: /login, capture: { csrf: 'regex:name="_csrf" value="([^"]+)"' } }
            - post: /login
              form: { username: "{email}", password: "{password}", _csrf: "{csrf}" }
              ok: status == 302 && !location.endsWith('error')
        users: [ { email: probe-a@example.com, password: 'p"4ss/wörd & more' } ]
        """;
    try (FakePlatform platform = new FakePlatform();
        DemoAccountRun demoAccountRun =
            new DemoAccountRun(target(platform, login, "token-in: cookie"), ALL)) {
      Run run = demoAccountRun.run();

      DemoAccountRun.assertPassed(run);
      assertThat(cookies(platform)).hasSize(5 * demoAccountRun.walked());
      assertThat(cookies(platform).getFirst()).isNull();
      assertThat(cookies(platform).get(2)).contains("SESSION=garbage-");
      assertThat(DemoAccountRun.story(run))
          .contains("the token 'expired' was not tried", "the token 'foreign' was not tried");
    }
  }

  @Test
  void showsNoTokenThatItMade() throws Exception {
    try (FakePlatform platform = new FakePlatform();
        DemoAccountRun demoAccountRun =
            new DemoAccountRun(target(platform, PASSWORD_LOGIN, "token-in: query"), ALL)) {
      platform.on(
          "GET /ws",
          request -> {
            MockResponse reply = platform.socket(request);
            return reply.getCode() == 101
                ? reply
                : FakePlatform.json(500, "{\"seen\":\"" + request.getUrl() + "\"}");
          });

      Run run = demoAccountRun.run();

      assertThat(DemoAccountRun.signs(run)).containsExactly("upgrade_refused in connect (error)");
      assertThat(run.findings()).hasSize(4);
      List<String> tokens =
          platform.requests.stream()
              .map(request -> request.getUrl().queryParameter("token"))
              .filter(token -> token != null)
              .distinct()
              .toList();
      assertThat(tokens).hasSize(4);
      assertThat(tokens)
          .allSatisfy(token -> assertThat(DemoAccountRun.story(run)).doesNotContain(token));
      assertThat(DemoAccountRun.story(run))
          .contains("To a client with an expired token", "HTTP 500");
    }
  }

  @Test
  void signsAnExpiredTokenWithTheKeyThatIsOurs() throws Exception {
    String login =
        """
        login:
          type: jwt
          jwt: { secret: 0123456789abcdef0123456789abcdef, claims: { sub: "{subject}" } }
        users: [ { subject: user-1 } ]
        """;
    try (FakePlatform platform = new FakePlatform();
        DemoAccountRun demoAccountRun =
            new DemoAccountRun(
                target(platform, login, "token-in: query"), "refusal: { tokens: [expired] }")) {
      DemoAccountRun.assertPassed(demoAccountRun.run());

      String token = platform.requests.getFirst().getUrl().queryParameter("token");
      assertThat(SignedJWT.parse(String.valueOf(token)).verify(new MACVerifier(FakePlatform.KEY)))
          .isTrue();
    }
  }

  private static String target(FakePlatform platform, String login, String socket) {
    String carrier =
        socket.startsWith("{") ? socket.substring(1, socket.length() - 1).strip() : socket;
    return login.replace("HTTP", platform.http())
        + "socket: { url: \"%s\", %s }\n".formatted(platform.ws(), carrier);
  }

  private static List<@Nullable String> cookies(FakePlatform platform) {
    return platform.requests.stream()
        .filter(request -> request.getUrl().encodedPath().equals("/ws"))
        .<@Nullable String>map(request -> request.getHeaders().get("Cookie"))
        .toList();
  }
}
