package io.goldenpath.journey.refusal;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import io.goldenpath.catalogue.fault.WelcomeFaults;
import io.goldenpath.catalogue.variant.SessionVariants;
import io.goldenpath.demo.fault.DemoBehaviour;
import io.goldenpath.demo.fault.DemoScope;
import io.goldenpath.demo.platform.DemoPlatform;
import io.goldenpath.demo.platform.DemoSetup;
import io.goldenpath.demo.user.DemoLog;
import io.goldenpath.demo.user.DemoLog.Kind;
import io.goldenpath.journey.login.FakePlatform;
import io.goldenpath.journey.recovery.DemoAccountRun;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad tokens against platforms that refuse them, in every way. Those that do not: DetectionIT. */
class RefusalIT {

  private static final String ALL = "refusal: { every: 1h }";
  private static final String PASSWORD_LOGIN =
      """
      login: { type: password, url: HTTP/auth/login, subject-at: /user/id }
      users: [ { email: probe-a@example.com, password: 'p"4ss/wörd & more' } ]
      """;

  private static final ExecutorService WALKERS = Executors.newVirtualThreadPerTaskExecutor();

  @AfterAll
  static void stop() {
    WALKERS.shutdownNow();
  }

  /** Each on a platform of its own, for whoever brings no token is nobody in particular there. */
  @TestFactory
  Stream<DynamicTest> passesHoweverBadTokensAreRefusedAndNeverTriesTwoInARow() {
    return Map.of(
        SessionVariants.RESUMES_RUNS, 1,
        SessionVariants.REFUSES_AT_UPGRADE, 1,
        SessionVariants.REFUSES_WITH_403, 1,
        SessionVariants.REFUSES_BY_1008, 1,
        SessionVariants.REFUSES_BY_4401, 1,
        SessionVariants.AUTH_BREAKER, 4)
        .entrySet()
        .stream()
        .map(one -> {
          Future<?> walk = WALKERS.submit(() -> passes(one.getKey(), one.getValue()));
          return DynamicTest.dynamicTest(one.getKey().name(), () -> walk.get(60, TimeUnit.SECONDS));
        })
        .toList()
        .stream();
  }

  private static @Nullable Void passes(DemoBehaviour variant, int runs) throws Exception {
    try (DemoPlatform demo = demo();
        DemoAccountRun demoAccountRun = new DemoAccountRun(demo, 1, ALL)) {
      demo.faults().switchOn(variant);
      for (int i = 0; i < runs; i++) {
        assertPassed(demoAccountRun.run());
      }

      assertThat(String.join(" ", doors(demo)))
          .isEqualTo(
              String.join(
                  " ",
                  nCopies(demoAccountRun.walked(), "bad good bad good bad good bad good good")));
    }
    return null;
  }

  /** The fifth bad token opens it: that is ours, or the last of the others'. */
  @ParameterizedTest
  @CsvSource({"4, bad bad", "5, bad"})
  void stopsAtOnceWhereABreakerIsOpen(int others, String ours) throws Exception {
    try (DemoPlatform demo = demo();
        DemoAccountRun demoAccountRun = new DemoAccountRun(demo, 1, ALL)) {
      demo.faults().switchOn(SessionVariants.AUTH_BREAKER);
      for (int i = 0; i < others; i++) {
        stranger(demo);
      }

      Run run = demoAccountRun.run();

      assertThat(DemoAccountRun.signs(run))
          .as(DemoAccountRun.story(run))
          .containsExactly("shed in welcome (error)");
      assumeThat(demoAccountRun.walked()).isEqualTo(1);
      assertThat(String.join(" ", doors(demo).subList(others, doors(demo).size()))).isEqualTo(ours);
    }
  }

  @Test
  void beginsWithAGoodTokenWhereTheLastRunEndedOnABadOne() throws Exception {
    try (DemoPlatform demo = demo();
        DemoAccountRun demoAccountRun =
            new DemoAccountRun(demo, 1, "refusal: { tokens: [none, garbage] }")) {
      String email = demo.accounts().number(1).email();
      demo.faults().switchOn(WelcomeFaults.NO_WELCOME, DemoScope.user(email).runs(1));
      assertThat(DemoAccountRun.signs(demoAccountRun.run()))
          .containsExactly("welcome_missing in welcome (error)");
      assumeThat(demoAccountRun.walked()).isEqualTo(1);
      assertThat(doors(demo)).containsExactly("bad", "good");

      assertPassed(demoAccountRun.run());

      assertThat(doors(demo).subList(2, 7)).containsExactly("good", "bad", "good", "bad", "good");
    }
  }

  @Test
  void logsOutASessionApartAndWalksThePathWithANewOne() throws Exception {
    try (DemoPlatform demo = demo();
        DemoAccountRun demoAccountRun =
            new DemoAccountRun(
                demo, 1, "refusal: { tokens: [expired], revoke-url: /demo/auth/logout }")) {
      String email = demo.accounts().number(1).email();

      assertPassed(demoAccountRun.run());
      assumeThat(demoAccountRun.walked()).isEqualTo(1);
      assertThat(demo.log().details(Kind.LOGIN, email)).hasSize(3);
      assertThat(demo.log().details(Kind.LOGOUT, email)).hasSize(1);
      assertPassed(demoAccountRun.run());

      assertThat(demo.log().details(Kind.LOGIN, email)).hasSize(1 + 2 * demoAccountRun.walked());
    }
  }

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
      assertPassed(demoAccountRun.run());

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
      assertPassed(demoAccountRun.run());
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

      assertPassed(run);
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
          .contains("To somebody with an expired token", "HTTP 500");
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
      assertPassed(demoAccountRun.run());

      String token = platform.requests.getFirst().getUrl().queryParameter("token");
      assertThat(SignedJWT.parse(String.valueOf(token)).verify(new MACVerifier(FakePlatform.KEY)))
          .isTrue();
    }
  }

  private static void assertPassed(Run run) {
    assertThat(DemoAccountRun.signs(run)).as(DemoAccountRun.story(run)).isEmpty();
    assertThat(run.outcome()).isEqualTo(Outcome.PASSED);
  }

  private static DemoPlatform demo() {
    return DemoPlatform.start(0, new DemoSetup(1, 7));
  }

  /** Who came to the door in turn: good ones were let in. */
  private static List<String> doors(DemoPlatform demo) {
    List<String> doors = new ArrayList<>();
    for (DemoLog.Entry entry : demo.log().entries()) {
      if (entry.kind() == Kind.UPGRADE) {
        doors.add("bad");
      } else if (entry.kind() == Kind.CONNECTED && !doors.isEmpty()) {
        doors.set(doors.size() - 1, "good");
      }
    }
    return doors;
  }

  /** Somebody else without a token, who waits until the platform has noticed. */
  private static void stranger(DemoPlatform demo) throws Exception {
    CompletableFuture<Integer> refused = new CompletableFuture<>();
    try (HttpClient client = HttpClient.newHttpClient()) {
      client
          .newWebSocketBuilder()
          .buildAsync(
              URI.create("ws://127.0.0.1:" + demo.port() + "/demo/ws"),
              new WebSocket.Listener() {
                @Override
                public @Nullable CompletionStage<?> onClose(
                    WebSocket socket, int code, String reason) {
                  refused.complete(code);
                  return null;
                }
              });
      refused.get(5, TimeUnit.SECONDS);
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
