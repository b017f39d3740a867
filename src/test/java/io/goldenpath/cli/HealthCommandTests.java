package io.goldenpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command that others decide by whether to restart the monitor. */
class HealthCommandTests {

  private final CommandLineFixture commands = new CommandLineFixture();
  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void asksWhereTheSettingsSay() throws InterruptedException {
    answer(200);

    assertThat(commands.execute("health", "--own=" + url("/live"))).isEqualTo(ExitCode.OK);
    assertThat(server.takeRequest().getTarget()).isEqualTo("/live");
  }

  @Test
  void isUnhealthyWhereOneOfSeveralIs() {
    answer(200);
    answer(404);

    assertThat(commands.execute("health", url("/one"), url("/two"))).isEqualTo(ExitCode.FAILED);
    assertThat(commands.out()).contains("/one: 200", "/two: 404");
  }

  @Test
  void followsNoRedirectToALoginPage() {
    server.enqueue(new MockResponse.Builder().code(302).addHeader("Location", url("/")).build());

    assertThat(commands.execute("health", url("/live"))).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void saysWhyNobodyAnswers() {
    String url = url("/live");
    server.close();

    assertThat(commands.execute("health", url)).isEqualTo(ExitCode.FAILED);
    assertThat(commands.out()).contains(url + ": Connection refused");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "ftp://localhost/", "http:/live", "http://a b/"})
  void refusesWhatIsNoAddress(String url) {
    assertThat(commands.execute("health", url)).isEqualTo(ExitCode.USAGE);
    assertThat(commands.err()).contains("'" + url + "' is no address with http or https");
  }

  private void answer(int status) {
    server.enqueue(new MockResponse.Builder().code(status).build());
  }

  private String url(String path) {
    return server.url(path).toString();
  }
}
