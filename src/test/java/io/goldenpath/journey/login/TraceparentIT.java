package io.goldenpath.journey.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunTrace;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a target is told of the trace of a run. */
class TraceparentIT {

  private static final RunTrace TRACE =
      new RunTrace("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", true);
  private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  private static final String TARGET =
      """
      login: { type: password, url: HTTP/auth/login }
      prepare: [ { post: /api/runs, json: { trace: "{traceparent}" } } ]
      socket: { url: WS }
      users: [ { email: probe-a@example.com, password: 'p"4ss/wörd & more' } ]
      listen: 20ms
      """;

  private FakePlatform platform;
  private YamlTargetRunner runner;

  @BeforeEach
  void start() throws Exception {
    platform = new FakePlatform();
    runner = new YamlTargetRunner();
    platform.on("POST /api/runs", _ -> new MockResponse.Builder().code(204).build());
  }

  @AfterEach
  void stop() {
    runner.close();
    platform.close();
  }

  @Test
  void loginCallsAndUpgradeNameTheRun() throws Exception {
    Run run = runner.run(written(TARGET), TRACE);

    assertThat(run.findings()).isEmpty();
    assertThat(platform.requests)
        .hasSize(3)
        .extracting(request -> request.getHeaders().values("traceparent"))
        .containsOnly(List.of(PARENT));
  }

  @Test
  void itStandsInMessagesThatAskForIt() throws Exception {
    runner.run(written(TARGET), TRACE);

    assertThat(prepared()).isEqualTo("{\"trace\":\"" + PARENT + "\"}");
  }

  @Test
  void aHeaderOfTheSettingsWins() throws Exception {
    String own = TARGET.replace("url: WS", "url: WS, headers: { Traceparent: 'own' }");

    runner.run(written(own), TRACE);

    assertThat(platform.last("GET /ws").getHeaders().values("traceparent")).containsExactly("own");
  }

  @Test
  void aRunThatIsNotTracedSendsNone() throws Exception {
    Run run = runner.run(written(TARGET));

    assertThat(run.findings()).isEmpty();
    assertThat(platform.requests)
        .extracting(request -> request.getHeaders().get("traceparent"))
        .containsOnlyNulls();
    assertThat(prepared()).isEqualTo("{\"trace\":\"\"}");
  }

  private String prepared() {
    RecordedRequest request = platform.last("POST /api/runs");
    return FakePlatform.body(request);
  }

  private String written(String target) {
    return target.replace("HTTP", platform.http()).replace("WS", platform.ws());
  }
}
