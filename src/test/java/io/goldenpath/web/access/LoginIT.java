package io.goldenpath.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.target.Secret;
import io.goldenpath.settings.keys.access.AccessRole;
import io.goldenpath.settings.service.AccessSettings;
import io.goldenpath.settings.service.AccessUser;
import io.goldenpath.web.RawHttpReply;
import io.goldenpath.web.WebApplication;
import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** The login page, what it leads to, and what a session allows. */
class LoginIT {

  private static final AccessUser HASHED =
      new AccessUser(
          "hannah",
          Secret.of("{bcrypt}" + new BCryptPasswordEncoder(4).encode("password")),
          AccessRole.READER);
  private static final String MARKERS = "/api/markers";

  private static WebApplication server;

  private final Browser browser = new Browser();

  @BeforeAll
  static void start() {
    server =
        WebApplication.startWith(
            new AccessSettings(
                null, List.of(AccessMatrixIT.RITA, AccessMatrixIT.ANN, HASHED), null, true));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void close() {
    browser.close();
    server.advance(Duration.ofMinutes(1));
  }

  @Test
  void leadsPeopleThereAndBackToWhatTheyAskedFor() throws Exception {
    HttpResponse<String> refused = browser.get(server.at("/runs/none?user=1&x=%2F"));

    assertThat(refused.statusCode()).isEqualTo(303);
    assertThat(Browser.location(refused))
        .isEqualTo("/login?next=%2Fruns%2Fnone%3Fuser%3D1%26x%3D%252F");
    assertThat(browser.cookies()).isEmpty();

    HttpResponse<String> page = browser.get(server.at(Browser.location(refused)));
    assertThat(page.body())
        .contains("value=\"/runs/none?user=1&amp;x=%2F\"", "autocomplete=\"current-password\"")
        .doesNotContain("organisation");

    HttpResponse<String> done = logIn("ann", "acts!", "/runs/none?user=1&x=%2F");
    assertThat(done.statusCode()).isEqualTo(303);
    assertThat(Browser.location(done)).isEqualTo("/runs/none?user=1&x=%2F");
    assertThat(browser.get(server.at("/")).body())
        .contains("Logged in as <b>ann</b>, operator", "Log out");
  }

  @Test
  void keepsTheSessionInACookieThatNoScriptReads() throws Exception {
    HttpResponse<String> done = logIn("rita", "r3ads", "/");

    assertThat(done.headers().allValues("Set-Cookie"))
        .filteredOn(cookie -> cookie.startsWith("JSESSIONID"))
        .singleElement()
        .asString()
        .contains("HttpOnly", "SameSite=Lax");
    assertThat(browser.get(server.at("/")).body()).doesNotContain("jsessionid");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://attacker.example/",
        "//attacker.example/",
        "/\\attacker.example",
        "/\t/attacker.example",
        "javascript:alert(1)",
        "runs",
        ""
      })
  void leadsNowhereElse(String next) throws Exception {
    assertThat(Browser.location(logIn("rita", "r3ads", next))).isEqualTo("/");
  }

  @ParameterizedTest
  @CsvSource({"rita, wrong", "nobody, r3ads", "Rita, r3ads", "'', ''", "hannah, wrong"})
  void saysThatNameOrPasswordIsWrong(String name, String password) throws Exception {
    HttpResponse<String> failed = logIn(name, password, "/runs/none");

    assertThat(failed.statusCode()).isEqualTo(401);
    assertThat(failed.body())
        .contains("Wrong name or password", "value=\"/runs/none\"")
        .doesNotContain("JSESSIONID");
    assertThat(browser.cookies()).extracting(HttpCookie::getName).containsExactly("XSRF-TOKEN");
  }

  @Test
  void knowsHashedPasswords() throws Exception {
    assertThat(logIn("hannah", "password", "/").statusCode()).isEqualTo(303);
  }

  @Test
  void looksAtNoMorePasswordsForAWhileAfterTooManyWrongOnes() throws Exception {
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      statuses.add(logIn("ann", "guess" + i, "/").statusCode());
    }
    HttpResponse<String> right = logIn("ann", "acts!", "/");

    assertThat(statuses.subList(0, 10)).containsOnly(401);
    assertThat(statuses.subList(10, 12)).containsOnly(429);
    assertThat(right.statusCode()).isEqualTo(429);
    assertThat(right.headers().firstValue("Retry-After")).hasValue("6");
    assertThat(right.body()).contains("Too many failed log-ins: try again in 6 s");
    assertThat(
            RawHttpReply.get(server.at("/api/targets"), AccessMatrixIT.basic("ann", "acts!"))
                .status())
        .isEqualTo(429);
    assertThat(logIn("rita", "r3ads", "/").statusCode()).isEqualTo(303);

    server.advance(Duration.ofSeconds(6));
    assertThat(logIn("ann", "acts!", "/").statusCode()).isEqualTo(303);
  }

  @Test
  void actsForTheMonitorsOwnPagesAlone() throws Exception {
    logIn("ann", "acts!", "/");
    String csrf = Browser.csrf(browser.get(server.at("/")));
    String ours = server.at("").toString();

    assertThat(status(Map.of())).isEqualTo(403);
    assertThat(status(Map.of("_csrf", "wrong"))).isEqualTo(403);
    assertThat(status(Map.of(), "Sec-Fetch-Site", "cross-site")).isEqualTo(403);
    assertThat(status(Map.of(), "Sec-Fetch-Site", "same-site", "Origin", ours)).isEqualTo(403);
    assertThat(status(Map.of(), "Origin", "https://attacker.example")).isEqualTo(403);
    // 415: let in, and no JSON
    assertThat(status(Map.of("_csrf", csrf))).isEqualTo(415);
    assertThat(status(Map.of(), "Sec-Fetch-Site", "same-origin")).isEqualTo(415);
    assertThat(status(Map.of(), "Origin", ours)).isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sec-Fetch-Site: cross-site", "Origin: https://attacker.example"})
  void actsForNoOtherSiteWithWhatABrowserKnowsOfAPassword(String header) throws Exception {
    String ann = AccessMatrixIT.basic("ann", "acts!");

    assertThat(RawHttpReply.post(server.at(MARKERS), ann, header).status()).isEqualTo(403);
    assertThat(RawHttpReply.post(server.at(MARKERS), ann).status()).isEqualTo(400);
  }

  @Test
  void logsNobodyInForAnotherSite() throws Exception {
    Map<String, String> form = Map.of("username", "rita", "password", "r3ads");

    assertThat(browser.post(server.at("/login"), form).statusCode()).isEqualTo(403);
  }

  @Test
  void endsTheSessionAtALogOut() throws Exception {
    logIn("ann", "acts!", "/");
    String csrf = Browser.csrf(browser.get(server.at("/")));
    HttpResponse<String> out = browser.post(server.at("/logout"), Map.of("_csrf", csrf));

    assertThat(Browser.location(out)).isEqualTo("/login");
    assertThat(browser.get(server.at("/")).statusCode()).isEqualTo(303);
  }

  @Test
  void tellsEverybodyHowThingsAreAndNoMore() throws Exception {
    HttpResponse<String> page =
        browser.get(server.watching(SampleRuns.probe("staging")).at("/status"));

    assertThat(page.body())
        .contains("1 unknown", "staging golden-path")
        .doesNotContain("/runs/", "/targets/", "example.com");
  }

  private int status(Map<String, String> form, String... headers) throws Exception {
    return browser.post(server.at(MARKERS), form, headers).statusCode();
  }

  private HttpResponse<String> logIn(String name, String password, String next) throws Exception {
    String csrf = Browser.csrf(browser.get(server.at("/login")));
    return browser.post(
        server.at("/login"),
        Map.of("_csrf", csrf, "next", next, "username", name, "password", password));
  }
}
