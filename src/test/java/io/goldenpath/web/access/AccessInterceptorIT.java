package io.goldenpath.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.target.Secret;
import io.goldenpath.settings.service.AccessSettings;
import io.goldenpath.web.BlockingJourney;
import io.goldenpath.web.RawHttpReply;
import io.goldenpath.web.SilentRelay;
import io.goldenpath.web.WebApplication;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may start something. A request through a proxy counts as one from beyond loopback. */
class AccessInterceptorIT {

  private static final String RUNS = "/api/probes/staging/golden-path/runs";
  private static final String ELSEWHERE = "X-Forwarded-For: 203.0.113.7";

  private @Nullable WebApplication application;

  @AfterEach
  void stop() {
    if (application != null) {
      application.close();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Any: thing",
        "Host: 127.0.0.1:8080",
        "Host: [::1]:8080",
        "Sec-Fetch-Site: same-origin",
        "Sec-Fetch-Site: none"
      })
  void letsThisMachineIn(String header) throws Exception {
    assertThat(post(start(null), header).status()).isEqualTo(202);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Forwarded-For: 127.0.0.1",
        "x-forwarded-host: localhost",
        "Forwarded: for=127.0.0.1",
        "X-Real-IP: 127.0.0.1",
        "X-Client-IP: 127.0.0.1",
        "X-Original-Forwarded-For: 127.0.0.1",
        "X-Envoy-External-Address: 127.0.0.1",
        "CF-Connecting-IP: 127.0.0.1",
        "True-Client-IP: 127.0.0.1",
        "Via: 1.1 proxy"
      })
  void takesWhoComesThroughAProxyForAStranger(String header) throws Exception {
    RawHttpReply reply = post(start(null), header);

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(reply.json().path("detail").stringValue())
        .isEqualTo(
            "POST is refused from beyond loopback: no goldenpath.access.token is configured");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: attacker.example",
        "Host: localhost.attacker.example",
        "Host: 127.0.0.1.attacker.example",
        "Origin: https://attacker.example",
        "Origin: null",
        "Origin: http://localhost:1",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site"
      })
  void startsNothingForAnotherSitesPage(String header) throws Exception {
    RawHttpReply reply = post(start(null), header);

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.json().path("detail").stringValue())
        .startsWith("Another site's page may not start anything here");
  }

  @Test
  void asksStrangersForTheToken() throws Exception {
    RawHttpReply reply = post(start(Secret.of("s3cret")), ELSEWHERE);

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(reply.json().path("detail").stringValue())
        .contains("'Authorization: Bearer' with goldenpath.access.token");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Bearer", "Bearer ", "Bearer s3cre", "Bearer s3cret2", "Basic s3cret", "s3cret"})
  void refusesWhatIsNotTheToken(String authorization) throws Exception {
    RawHttpReply reply =
        post(start(Secret.of("s3cret")), ELSEWHERE, "Authorization: " + authorization);

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.body()).doesNotContain("s3cret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer s3cret", "bearer s3cret"})
  void letsTheTokenInFromAnywhere(String authorization) throws Exception {
    RawHttpReply reply =
        post(
            start(Secret.of("s3cret")),
            ELSEWHERE,
            "Host: monitor.example.com",
            "Authorization: " + authorization);

    assertThat(reply.status()).isEqualTo(202);
  }

  @Test
  void asksThisMachineForTheTokenToo() throws Exception {
    RawHttpReply reply = post(start(Secret.of("s3cret")), "X-Any: thing");

    assertThat(reply.status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"framework", "native"})
  void raisesNobodysTrustForAHeaderThatAStrategyBelieves(String strategy) throws Exception {
    application =
        WebApplication.startWith(AccessSettings.OPEN, "server.forward-headers-strategy=" + strategy)
            .scheduling(new BlockingJourney("staging"));

    assertThat(post(application, "X-Forwarded-For: 127.0.0.1").status()).isEqualTo(403);
  }

  /** What docs/access.md warns of: only a token helps there. */
  @Test
  void cannotTellARelayThatSaysNothingFromThisMachine() throws Exception {
    WebApplication server = start(null);
    try (SilentRelay relay = SilentRelay.before(server.port())) {
      URI runs = URI.create("http://localhost:" + relay.port() + RUNS);

      assertThat(RawHttpReply.post(runs, "Host: monitor.example.com").status()).isEqualTo(202);
    }
  }

  @Test
  void takesABlankTokenForNone() throws Exception {
    RawHttpReply reply = post(start(Secret.of(" ")), ELSEWHERE, "Authorization: Bearer  ");

    assertThat(reply.status()).isEqualTo(403);
  }

  @Test
  void letsEverybodyRead() throws Exception {
    WebApplication server = start(Secret.of("s3cret"));

    assertThat(RawHttpReply.get(server.at("/api/targets"), ELSEWHERE).status()).isEqualTo(200);
    assertThat(RawHttpReply.get(server.at("/"), ELSEWHERE, "Host: attacker.example").status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
  void refusesEveryOtherWayOfWritingToo(String method) throws Exception {
    RawHttpReply reply = RawHttpReply.send(method, start(null).at(RUNS), ELSEWHERE);

    assertThat(reply.status()).isIn(403, 405);
  }

  private WebApplication start(@Nullable Secret token) {
    application = WebApplication.startWith(token).scheduling(new BlockingJourney("staging"));
    return application;
  }

  private static RawHttpReply post(WebApplication server, String... headers) throws IOException {
    return RawHttpReply.post(server.at(RUNS), headers);
  }
}
