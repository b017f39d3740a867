package io.goldenpath.journey.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.journey.refusal.RefusalScript;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.probe.JourneySpec;
import io.goldenpath.model.probe.JourneySpec.BadToken;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Frame;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.StepResult;
import io.goldenpath.model.target.Capture;
import io.goldenpath.model.target.RequestTemplate;
import io.goldenpath.model.target.RunHooks;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.model.time.TimeLimits;
import io.goldenpath.wire.TlsEngineFactory;
import io.goldenpath.wire.WireClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Questions that are asked by an HTTP call, and answered over the socket. */
class HttpSubmissionIT {

  private AskedServer server;

  @BeforeEach
  void start() throws Exception {
    server = new AskedServer();
    server.on("DELETE /runs/r-7", _ -> AskedServer.reply(204));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void asksByACallWhoseCapturesReachTheCleanup() throws Exception {
    server.on("POST /ask", request -> answered(request, 202).build());

    Run run = walk(TimeLimits.DEFAULTS);

    assertThat(run.findings()).isEmpty();
    assertThat(run.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(server.requestsTo("DELETE /runs/r-7")).hasSize(1);
    assertThat(server.requestsTo("POST /ask"))
        .singleElement(InstanceOfAssertFactories.STRING)
        .contains("\"number\":7,")
        .contains("\"ticket\":\"t-4711-xyz\"");
    assertThat(transcript(run)).contains("asks by POST /ask").doesNotContain("t-4711-xyz");
  }

  @Test
  void takesEventsThatComeBeforeTheReply() throws Exception {
    server.on(
        "POST /ask",
        request -> answered(request, 200).headersDelay(400, TimeUnit.MILLISECONDS).build());

    Run run = walk(TimeLimits.DEFAULTS);

    assertThat(run.findings()).isEmpty();
    assertThat(run.users().getFirst().events())
        .hasSize(5)
        .allSatisfy(event -> assertThat(event.at()).isLessThan(replyAt(run)));
    assertThat(server.requestsTo("DELETE /runs/r-7")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "401, AUTH_REFUSED",
    "403, AUTH_REFUSED",
    "429, SHED",
    "422, ERROR_EVENT",
    "500, ERROR_EVENT"
  })
  void namesWhatACallIsAnsweredWith(int status, FindingKind kind) throws Exception {
    server.on("POST /ask", _ -> AskedServer.reply(status));

    Run run = walk(TimeLimits.DEFAULTS);

    assertThat(run.findings())
        .filteredOn(finding -> finding.step() != Step.CLOSE)
        .singleElement()
        .returns(kind, Finding::kind)
        .returns(Step.SEND, Finding::step)
        .extracting(Finding::message, InstanceOfAssertFactories.STRING)
        .contains("POST /ask", "HTTP " + status, "of the call");
    assertThat(run.duration()).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void tellsWhenToComeBack() throws Exception {
    server.on(
        "POST /ask",
        _ -> new MockResponse.Builder().code(503).addHeader("Retry-After", "30").build());

    assertThat(walk(TimeLimits.DEFAULTS).findings())
        .filteredOn(finding -> finding.kind() == FindingKind.SHED)
        .singleElement()
        .returns(Step.SEND, Finding::step)
        .returns(Duration.ofSeconds(30), finding -> finding.evidence().retryAfter());
  }

  @Test
  void namesACallThatReachesNobodyByItsOwnKind() throws Exception {
    RequestTemplate nobody =
        GoldenPathFixtures.request("POST", "http://127.0.0.1:1/ask", "{\"text\":\"{text}\"}");

    assertThat(walk(nobody, TimeLimits.DEFAULTS).findings())
        .filteredOn(finding -> finding.step() != Step.CLOSE)
        .singleElement()
        .returns(FindingKind.CONNECT_FAILED, Finding::kind)
        .returns(Step.SEND, Finding::step);
  }

  @Test
  void goesOnWithARunWhoseCallBreaks() throws Exception {
    server.on("POST /ask", request -> answered(request, 504).build());

    Run run = walk(TimeLimits.DEFAULTS);

    assertThat(run.findings())
        .filteredOn(finding -> finding.step() != Step.CLOSE)
        .singleElement()
        .returns(FindingKind.ERROR_EVENT, Finding::kind);
    assertThat(run.users().getFirst().events()).hasSize(5);
  }

  @Test
  void namesTheSilenceOfACallThatIsNeverAnswered() throws Exception {
    server.on(
        "POST /ask", _ -> new MockResponse.Builder().headersDelay(9, TimeUnit.SECONDS).build());

    Run run = walk(GoldenPathFixtures.SHORT);

    assertThat(run.findings())
        .filteredOn(finding -> finding.step() != Step.CLOSE)
        .singleElement()
        .returns(FindingKind.SILENT, Finding::kind);
  }

  @Test
  void asksWithTheBadTokenWhereTheSocketIsSilent() throws Exception {
    List<String> asked = new CopyOnWriteArrayList<>();
    server.on(
        "POST /ask",
        request -> {
          String carried = String.valueOf(request.getHeaders().get("Authorization"));
          asked.add(carried);
          return carried.endsWith(AskedServer.TOKEN)
              ? answered(request, 200).build()
              : AskedServer.reply(401);
        });
    JourneySpec.Refusal spec =
        new JourneySpec.Refusal(List.of(BadToken.NONE, BadToken.GARBAGE), Map.of(), null);
    Probe probe =
        GoldenPathFixtures.withToken(
            server.ws() + "?token={token}", AskedServer.TOKEN, TimeLimits.DEFAULTS);

    Run run =
        walk(
            probe,
            GoldenPathFixtures.request("POST", server.http() + "/ask", "{\"text\":\"{text}\"}"),
            session -> new RefusalScript(session.context(), spec).run(session));

    assertThat(run.findings()).isEmpty();
    assertThat(asked).hasSize(3).first().isEqualTo("null");
    assertThat(asked.get(1)).startsWith("Bearer ").doesNotContain(AskedServer.TOKEN);
    assertThat(run.duration()).isLessThan(Duration.ofSeconds(6));
  }

  private static Duration replyAt(Run run) {
    StepResult send = run.users().getFirst().step(Step.SEND).orElseThrow();
    return send.start().plus(send.duration()).plusMillis(400);
  }

  private static String transcript(Run run) {
    return String.join(
        "\n", run.users().getFirst().transcript().frames().stream().map(Frame::text).toList());
  }

  private MockResponse.Builder answered(RecordedRequest request, int status) {
    JsonNode asked = JsonMapper.shared().readTree(AskedServer.body(request));
    server.answer(asked.path("text").asString());
    return new MockResponse.Builder().code(status).body("{\"run\":\"r-7\"}");
  }

  private Run walk(TimeLimits limits) throws InterruptedException {
    return walk(call(), limits);
  }

  private RequestTemplate call() {
    return GoldenPathFixtures.request(
        "POST",
        server.http() + "/ask",
        "{\"text\":\"{text}\",\"number\":\"{number}\",\"ticket\":\"{ticket}\"}",
        new Capture("run", Capture.Source.POINTER, "/run", null));
  }

  private Run walk(RequestTemplate call, TimeLimits limits) throws InterruptedException {
    RequestTemplate cleanup =
        GoldenPathFixtures.request("DELETE", server.http() + "/runs/{run}", "");
    Probe probe =
        GoldenPathFixtures.guest(
            server.ws(), limits, new RunHooks(List.of(), Set.of(), List.of(cleanup)));
    return walk(probe, call, SessionScript.GOLDEN_PATH);
  }

  private static Run walk(Probe probe, RequestTemplate call, SessionScript script)
      throws InterruptedException {
    try (WireClient wire = WireClient.open("test", TlsEngineFactory.JVM, Stopwatch.SYSTEM)) {
      return GoldenPathFixtures.walk(
          GoldenPathFixtures.path(probe, new AskedOtherwise(call, false, false), wire, script));
    }
  }
}
