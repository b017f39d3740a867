package io.goldenpath.journey.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Spring Security's own form login, with its CSRF token and its session cookie. */
class FormLoginIT {

  private static final String TARGET =
      """
      login:
        type: steps
        url: http://127.0.0.1:PORT
        steps:
          - { get: /login, capture: { csrf: 'regex:name="_csrf" type="hidden" value="([^"]+)"' } }
          - post: /login
            form: { username: "{email}", password: "{password}", _csrf: "{csrf}" }
            ok: status == 302 && !location.endsWith('error')
      socket: { url: "ws://127.0.0.1:PORT/ws", token-in: cookie }
      users: [ { email: probe-a@example.com, password: "an0ther p&ssword=" } ]
      listen: 20ms
      """;

  private static FormLoginServer server;
  private YamlTargetRunner runner;

  @BeforeAll
  static void startServer() {
    server = new FormLoginServer();
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @BeforeEach
  void start() {
    runner = new YamlTargetRunner();
  }

  @AfterEach
  void stop() {
    runner.close();
  }

  @Test
  void letsTheUserIn() throws Exception {
    Run run = runner.run(written(TARGET));

    assertThat(run.findings()).isEmpty();
    assertThat(run.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(run.users().getFirst().transcript().frames().getFirst().text())
        .isEqualTo("{\"type\":\"connection_established\",\"user\":\"***\"}");
  }

  @Test
  void refusesAWrongPassword() throws Exception {
    Run run = runner.run(written(TARGET).replace("an0ther", "another"));

    assertThat(YamlTargetRunner.kinds(run)).containsExactly(FindingKind.LOGIN_REFUSED);
  }

  @Test
  void refusesAForgedForm() throws Exception {
    Run run = runner.run(written(TARGET).replace("_csrf: \"{csrf}\"", "_csrf: made-up"));

    assertThat(YamlTargetRunner.kinds(run)).containsExactly(FindingKind.LOGIN_REFUSED);
    assertThat(YamlTargetRunner.messages(run)).contains("POST /login answered HTTP 403");
  }

  @Test
  void sendsAStrangerToTheLoginPage() throws Exception {
    Run run =
        runner.run(
            written(TARGET)
                .replaceAll("(?s)login:.*\nsocket", "login: { type: none }\nsocket")
                .replace("token-in: cookie", "token-in: none"));

    assertThat(YamlTargetRunner.kinds(run)).containsExactly(FindingKind.UPGRADE_REFUSED);
    assertThat(YamlTargetRunner.messages(run)).contains("HTTP 302");
  }

  private static String written(String target) {
    return target.replace("PORT", Integer.toString(server.port()));
  }
}
