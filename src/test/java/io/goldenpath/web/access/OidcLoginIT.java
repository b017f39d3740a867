package io.goldenpath.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.target.Secret;
import io.goldenpath.settings.service.AccessSettings;
import io.goldenpath.settings.service.OidcClient;
import io.goldenpath.web.RawHttpReply;
import io.goldenpath.web.WebApplication;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Log-ins at Spring Authorization Server, which the monitor asks for when somebody wants one. */
class OidcLoginIT {

  private static final IdentityProvider PROVIDER = new IdentityProvider();
  private static WebApplication server;

  private final Browser browser = new Browser();

  @BeforeAll
  static void start() {
    server = WebApplication.startWith(access(PROVIDER.issuer(), IdentityProvider.CLIENT_SECRET));
  }

  @AfterAll
  static void stop() {
    server.close();
    PROVIDER.close();
  }

  @AfterEach
  void close() {
    browser.close();
  }

  @ParameterizedTest
  @CsvSource({"sam, operator, 415", "tom, reader, 403"})
  void makesOperatorsOfTheGroupsThatTheSettingsName(String name, String role, int acting)
      throws Exception {
    HttpResponse<String> page = browser.get(at("/login?next=%2Fruns%2Fnone"));
    assertThat(page.body()).contains("Log in with your organisation").doesNotContain("password");

    HttpResponse<String> back = browser.get(comesBack(name, "/runs/none"));

    assertThat(back.statusCode()).isEqualTo(303);
    assertThat(Browser.location(back)).isEqualTo("/runs/none");
    assertThat(browser.get(at("/")).body()).contains("Logged in as <b>" + name + "</b>, " + role);
    assertThat(
            browser
                .post(at("/api/markers"), Map.of(), "Sec-Fetch-Site", "same-origin")
                .statusCode())
        .isEqualTo(acting);
  }

  @Test
  void sendsPeopleToTheProviderAloneAndWithAProofOfItsOwn() throws Exception {
    HttpResponse<String> begin = browser.get(at("/oauth2/authorization/oidc"));

    assertThat(begin.statusCode()).isEqualTo(302);
    assertThat(Browser.location(begin))
        .startsWith(PROVIDER.issuer() + "/oauth2/authorize?")
        .contains("state=", "nonce=", "code_challenge_method=S256");
    assertThat(begin.headers().allValues("Set-Cookie"))
        .singleElement()
        .asString()
        .startsWith("goldenpath-login=")
        .contains("HttpOnly", "SameSite=Lax");
  }

  @Test
  void takesNoAnswerTwice() throws Exception {
    URI answer = comesBack("tom", "/");
    assertThat(browser.get(answer).statusCode()).isEqualTo(303);

    try (Browser other = new Browser()) {
      HttpResponse<String> again = other.get(answer);

      assertThat(again.statusCode()).isEqualTo(401);
      assertThat(again.body()).contains("The provider&#39;s log-in failed");
    }
  }

  @Test
  void takesNoAnswerThatItDidNotAskFor() throws Exception {
    browser.get(at("/oauth2/authorization/oidc"));

    assertThat(browser.get(at("/login/oauth2/code/oidc?code=x&state=y")).statusCode())
        .isEqualTo(401);
    assertThat(browser.get(at("/login/oauth2/code/oidc?error=access_denied&state=y")).statusCode())
        .isEqualTo(401);
    assertThat(browser.get(at("/")).statusCode()).isEqualTo(303);
  }

  @Test
  void takesNoAnswerAfterTenMinutes() throws Exception {
    URI answer = comesBack("tom", "/");
    server.advance(Duration.ofMinutes(11));

    assertThat(browser.get(answer).statusCode()).isEqualTo(401);
  }

  @Test
  void knowsNoNamesAndPasswords() throws Exception {
    RawHttpReply reply = RawHttpReply.get(server.at("/"), AccessMatrixIT.basic("sam", "x"));

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.header("WWW-Authenticate")).doesNotContain("Basic");
    assertThat(reply.json().path("detail").stringValue())
        .isEqualTo("This needs a log-in at /login");
  }

  @Test
  void startsWithoutAProviderAndSaysThatThereIsNone() throws Exception {
    try (WebApplication alone = WebApplication.startWith(access("http://localhost:1", "any"))) {
      HttpResponse<String> failed = browser.get(alone.at("/oauth2/authorization/oidc"));

      assertThat(failed.statusCode()).isEqualTo(401);
      assertThat(failed.body()).contains("The provider&#39;s log-in failed");
      assertThat(browser.get(alone.at("/status")).statusCode()).isEqualTo(200);
    }
  }

  /** Logs in at the provider; the address to which it leads back. */
  private URI comesBack(String name, String next) throws Exception {
    URI asked =
        URI.create(Browser.location(browser.get(at("/oauth2/authorization/oidc?next=" + next))));
    URI form = asked.resolve(Browser.location(browser.get(asked)));
    HttpResponse<String> page = browser.get(form);
    browser.post(
        form,
        Map.of(
            "username", name, "password", IdentityProvider.PASSWORD, "_csrf", Browser.csrf(page)));
    URI back = URI.create(Browser.location(browser.get(asked)));
    assertThat(back).hasHost("127.0.0.1").hasPath("/login/oauth2/code/oidc");
    return back;
  }

  private static URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  private static AccessSettings access(String issuer, String secret) {
    OidcClient client =
        new OidcClient(issuer, IdentityProvider.CLIENT, Secret.of(secret), Set.of("sre"));
    return new AccessSettings(null, List.of(), client, true);
  }
}
