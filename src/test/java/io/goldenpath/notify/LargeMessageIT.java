package io.goldenpath.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.SampleRuns;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Many that break at once, with all the text that a target can bring into a message. */
class LargeMessageIT {

  private static final String PAGE = "https://gp.example.com" + "/behind/a/gateway".repeat(12);
  private static final String LONG = "<&\u4e2d\ud83d\ude00".repeat(200);

  @ParameterizedTest
  @ValueSource(ints = {1, 40})
  void slackTakesItsBlocks(int count) throws Exception {
    JsonNode message = TellingServer.json(told("slack: { url: '%s' }", count));

    assertThat(message.path("blocks").size()).isBetween(3, 50);
    assertThat(message.path("blocks").valueStream().skip(1))
        .allSatisfy(
            block -> assertThat(block.at("/text/text").asString()).hasSizeBetween(1, 3_000));
    assertThat(message.toString()).contains("shop-0/golden-path");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 40})
  void teamsTakesItsCard(int count) throws Exception {
    RecordedRequest request = told("teams: { url: '%s' }", count);

    assertThat(request.getBodySize()).isLessThan(28_000);
    assertThat(TellingServer.json(request).at("/attachments/0/content/body/1/inlines/0/text"))
        .asString()
        .contains("has been down since 12:00 UTC");
  }

  @Test
  void teamsSaysWhatWasLeftOut() throws Exception {
    assertThat(text(told("teams: { url: '%s' }", 40))).contains("There is more than fits here");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 40})
  void ntfyTakesItsJson(int count) throws Exception {
    RecordedRequest request = told("ntfy: { url: '%s' }", count);
    JsonNode message = TellingServer.json(request);

    assertThat(request.getBodySize()).isLessThanOrEqualTo(8_192);
    assertThat(message.path("message").asString().getBytes(StandardCharsets.UTF_8).length)
        .isBetween(300, 4_096);
  }

  @Test
  void ntfyTakesItsJsonAlsoWhereEachLetterHasSixInIt() throws Exception {
    String text = "\u4e2d".repeat(600);
    Probe probe = SampleRuns.labelled(SampleRuns.probe("shop"), Map.of("team", text));

    RecordedRequest request = told("ntfy: { url: '%s' }", text, probe);

    assertThat(request.getBodySize()).isBetween(7_000L, 8_192L);
  }

  @Test
  void pagerDutyTakesItsSummary() throws Exception {
    RecordedRequest request =
        told("pagerduty: { routing-key: 0123456789abcdef0123456789abcdef, url: '%s' }", 40);
    JsonNode payload = TellingServer.json(request).path("payload");

    assertThat(request.getBodySize()).isLessThan(512_000);
    assertThat(payload.path("summary").asString())
        .startsWith("DOWN: 40 probes are down: ")
        .endsWith(" and 37 more")
        .hasSizeLessThanOrEqualTo(1_024);
    assertThat(payload.at("/custom_details/What").asString())
        .contains("shop-0/golden-path has been down", "And 20 more.");
  }

  private static RecordedRequest told(String receiver, int count) throws Exception {
    return told(
        receiver,
        LONG,
        IntStream.range(0, count)
            .mapToObj(i -> SampleRuns.probe("shop-" + i))
            .toArray(Probe[]::new));
  }

  private static RecordedRequest told(String receiver, String text, Probe... probes)
      throws Exception {
    try (TellingServer server = new TellingServer(200, "ok");
        NotifierUnderTest monitor =
            NotifierUnderTest.of(
                NotifierUnderTest.written(
                    "page: %s\nreceivers: { it: { %s } }"
                        .formatted(PAGE, receiver.formatted(server.url("/a-topic")))),
                probes)) {
      for (Probe probe : probes) {
        monitor.finish(
            SampleRuns.quoting(probe, "run-" + probe.target().name(), monitor.now, text));
      }
      monitor.advance(Duration.ofMinutes(1));
      return server.requests().getFirst();
    }
  }

  private static String text(RecordedRequest request) {
    return Objects.requireNonNull(request.getBody()).utf8();
  }
}
