package io.goldenpath.journey.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.run.Frame;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every login with every carrier, against a server of its own. */
class TokenCarrierIT {

  private static final Map<String, String> LOGINS =
      Map.of(
          "token",
          """
          login: { type: token }
          users: [ { token: "%s" } ]
          """
              .formatted(FakePlatform.token(FakePlatform.USER, Duration.ofMinutes(5))),
          "password",
          """
          login: { type: password, url: HTTP/auth/login, subject-at: /user/id }
          users: [ { email: probe-a@example.com, password: 'p"4ss/wörd & more' } ]
          """,
          "jwt",
          """
          login:
            type: jwt
            jwt: { secret: 0123456789abcdef0123456789abcdef, claims: { sub: "{subject}", roles: { a: 1 } } }
          users: [ { subject: user-1 } ]
          """,
          "oauth2-client",
          """
          login: { type: oauth2-client, oauth2: { token-url: HTTP/oauth/token, scope: chat read } }
          users: [ { client-id: "probe:one", client-secret: "s3cr&t-of-one" } ]
          """,
          "steps",
          """
          login:
            type: steps
            url: HTTP
            steps:
              - { get: /login, capture: { csrf: 'regex:name="_csrf" value="([^"]+)"' } }
              - post: /login
                form: { username: "{email}", password: "{password}", _csrf: "{csrf}" }
                ok: status == 302 && !location.endsWith('error')
                capture: { token: "cookie:SESSION" }
          users: [ { email: probe-a@example.com, password: 'p"4ss/wörd & more' } ]
          """);

  private static final Map<String, String> CARRIERS =
      Map.of(
          "header", "token-in: header",
          "subprotocol", "token-in: subprotocol",
          "query", "token-in: query",
          "named cookie", "token-in: cookie\n  cookie: auth",
          "login's cookies", "token-in: cookie",
          "first message",
              "token-in: first-message\n"
                  + "  first-message: '{\"type\":\"auth\",\"token\":\"{token}\"}'",
          "first message when asked",
              """
              token-in: first-message
                first-message:
                  after: type == 'auth_required' && version > 2
                  send: { type: auth, token: "{token}" }
                  refused: type == 'auth_invalid'
              """,
          "all at once", "token-in: [ header, subprotocol, query ]");

  private FakePlatform platform;
  private YamlTargetRunner runner;

  @BeforeEach
  void start() throws Exception {
    platform = new FakePlatform();
    runner = new YamlTargetRunner();
  }

  @AfterEach
  void stop() {
    runner.close();
    platform.close();
  }

  static Stream<Arguments> pairs() {
    return LOGINS.keySet().stream()
        .sorted()
        .flatMap(login ->
            CARRIERS.keySet().stream()
                .sorted()
                .filter(carrier -> login.equals("steps") || !carrier.equals("login's cookies"))
                .map(carrier -> Arguments.of(login, carrier)));
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("pairs")
  void letsTheUserIn(String login, String carrier) throws Exception {
    if (carrier.startsWith("first message")) {
      platform.asksForFirstMessage(carrier.endsWith("asked"));
    }

    Run run = runner.run(target(login(login), carrier(carrier)));

    assertThat(run.findings()).isEmpty();
    assertThat(run.outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void bringsTheTokenInEveryPlaceThatIsListed() throws Exception {
    runner.run(target(login("jwt"), carrier("all at once")));

    var upgrade = platform.last("GET /ws");
    assertThat(upgrade.getHeaders().get("Authorization")).startsWith("Bearer eyJ");
    assertThat(upgrade.getHeaders().get("Sec-WebSocket-Protocol")).startsWith("jwt-auth, jwt.");
    assertThat(upgrade.getUrl().queryParameter("token")).startsWith("eyJ");
  }

  @Test
  void bringsTheCookiesOfTheLoginAsABrowserDoes() throws Exception {
    Run run = runner.run(target(login("steps"), carrier("header")));

    var upgrade = platform.last("GET /ws");
    assertThat(upgrade.getHeaders().get("Authorization")).startsWith("Bearer ");
    assertThat(upgrade.getHeaders().get("Cookie")).contains("SESSION=s-");
    assertThat(run.outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void bringsNoTokenWhereNoneIsWanted() throws Exception {
    Run run = runner.run(target(login("password"), "token-in: none"));

    assertThat(platform.last("GET /ws").getHeaders().get("Authorization")).isNull();
    assertThat(YamlTargetRunner.kinds(run)).containsExactly(FindingKind.AUTH_REFUSED);
  }

  @Test
  void namesARefusedFirstMessage() throws Exception {
    platform.asksForFirstMessage(true);
    String stale = "login: { type: token }\nusers: [ { token: an-opaque-token-of-old } ]\n";

    Run run = runner.run(target(stale, carrier("first message when asked")));

    assertThat(YamlTargetRunner.kinds(run)).containsExactly(FindingKind.AUTH_REFUSED);
    assertThat(YamlTargetRunner.messages(run)).contains("auth_invalid").contains("no such token");
  }

  @Test
  void doesNotAskForAnythingBeforeTheServerDoes() throws Exception {
    platform.asksForFirstMessage(false);

    Run run =
        runner.run(
            target(login("jwt"), carrier("first message when asked"))
                + "limits: { welcome: 300ms }\n");

    assertThat(YamlTargetRunner.kinds(run)).containsExactly(FindingKind.WELCOME_MISSING);
    assertThat(run.users().getFirst().transcript().frames())
        .noneMatch(frame -> frame.direction() == Frame.Direction.SENT);
  }

  @Test
  void saysWhichCookiesTheLoginSetWhenNoneIsForTheSocket() throws Exception {
    String elsewhere = login("steps").replace("HTTP", platform.http());
    String target =
        elsewhere
            + "socket: { url: \"%s\", token-in: cookie }\n"
                .formatted(platform.ws().replace("127.0.0.1", "localhost"));

    Run run = runner.run(target);

    assertThat(YamlTargetRunner.kinds(run)).containsExactly(FindingKind.LOGIN_FAILED);
    assertThat(YamlTargetRunner.messages(run)).contains("localhost").contains("SESSION");
  }

  @Test
  void saysWhyABrowserRefusesTheCookie() throws Exception {
    platform.on(
        "POST /auth/login",
        _ ->
            FakePlatform.json(200, "{\"access_token\":\"an-opaque-token\",\"user\":{\"id\":\"u\"}}")
                .newBuilder()
                .addHeader("Set-Cookie", "__Host-sid=abcdefgh12345678; Path=/; HttpOnly")
                .build());

    Run run = runner.run(target(login("password"), "token-in: cookie"));

    assertThat(YamlTargetRunner.kinds(run)).containsExactly(FindingKind.LOGIN_FAILED);
    assertThat(YamlTargetRunner.messages(run))
        .contains(
            "__Host-sid is refused by browsers: the prefix __Host- needs Secure, Path=/ and no Domain");
  }

  @Test
  void showsNoTokenInItsFrames() throws Exception {
    platform.asksForFirstMessage(false);

    Run run = runner.run(target(login("jwt"), carrier("first message")));

    List<String> texts =
        run.users().getFirst().transcript().frames().stream().map(frame -> frame.text()).toList();
    assertThat(texts.getFirst()).isEqualTo("{\"type\":\"auth\",\"token\":\"***\"}");
  }

  private static String login(String name) {
    return LOGINS.getOrDefault(name, "");
  }

  private static String carrier(String name) {
    return CARRIERS.getOrDefault(name, "");
  }

  private String target(String login, String carrier) {
    return login.replace("HTTP", platform.http())
        + "socket:\n  url: "
        + platform.ws()
        + "\n  "
        + carrier
        + "\nlisten: 20ms\n";
  }
}
