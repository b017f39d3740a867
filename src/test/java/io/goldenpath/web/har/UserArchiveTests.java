package io.goldenpath.web.har;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.http.HttpExchange;
import io.goldenpath.model.http.HttpHeaderLines;
import io.goldenpath.model.run.Frame;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.run.Transcript;
import io.goldenpath.model.run.UserRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A run as an archive that a browser opens. */
class UserArchiveTests {

  private static final List<String> REQUEST =
      List.of(
          "method",
          "url",
          "httpVersion",
          "cookies",
          "headers",
          "queryString",
          "headersSize",
          "bodySize");
  private static final List<String> RESPONSE =
      List.of(
          "status",
          "statusText",
          "httpVersion",
          "cookies",
          "headers",
          "content",
          "redirectURL",
          "headersSize",
          "bodySize");
  private static final List<String> TIMINGS =
      List.of("blocked", "dns", "connect", "ssl", "send", "wait", "receive");

  private final Run run = SampleRuns.passed(SampleRuns.probe("staging"), "r1", NOON);

  @Test
  void givesEachMessageToTheConnectionThatItCameOn() {
    JsonNode entries =
        written(
            exchange("POST", "https://auth.example.com/login", 0, 200),
            exchange("GET", "wss://api.example.com/ws", 41, 101),
            exchange("GET", "wss://api.example.com/ws", 600, 101));

    assertThat(entries).hasSize(3);
    assertThat(entries.get(0).has("_webSocketMessages")).isFalse();
    JsonNode first = entries.get(1);
    assertThat(first.get("_resourceType").asString()).isEqualTo("websocket");
    assertThat(first.get("_webSocketMessages")).hasSize(5);
    assertThat(entries.get(2).get("_webSocketMessages")).hasSize(3);
    JsonNode sent = first.get("_webSocketMessages").get(2);
    assertThat(sent.get("type").asString()).isEqualTo("send");
    assertThat(sent.get("opcode").asInt()).isEqualTo(1);
    assertThat(sent.get("time").asDouble()).isEqualTo(NOON.getEpochSecond() + 0.091);
    assertThat(sent.get("data").asString()).startsWith("{\"type\":\"user_message\"");
  }

  @Test
  void hasAllThatTheFormatAsksFor() {
    JsonNode entry = written(exchange("GET", "wss://api.example.com/ws", 41, 101)).get(0);

    assertThat(entry.propertyNames())
        .contains("startedDateTime", "time", "request", "response", "cache", "timings");
    assertThat(entry.get("request").propertyNames()).containsAll(REQUEST);
    assertThat(entry.get("response").propertyNames()).containsAll(RESPONSE);
    assertThat(entry.get("timings").propertyNames()).containsAll(TIMINGS);
    assertThat(entry.get("request").get("headers").get(0).get("name").asString())
        .isEqualTo("Authorization");
  }

  @Test
  void hasTheMessagesOfARunWhoseExchangesNobodyKept() {
    assertThat(written().get(0).get("_webSocketMessages")).hasSize(8);
  }

  private JsonNode written(HttpExchange... exchanges) {
    UserRun user = run.users().getFirst();
    Transcript transcript = user.transcript();
    List<Frame> frames = new ArrayList<>(transcript.frames());
    frames.add(new Frame(9, Frame.Direction.NOTE, SampleRuns.millis(1840), 0, "closed"));
    UserRun kept = user.withTranscript(new Transcript(frames, 0).withExchanges(List.of(exchanges)));
    return JsonMapper.shared().valueToTree(new UserArchive(run, kept).entries());
  }

  private static HttpExchange exchange(String method, String url, int at, int status) {
    return new HttpExchange(
        SampleRuns.millis(at),
        Duration.ofMillis(20),
        method,
        url,
        status,
        new HttpHeaderLines("Authorization: ***"),
        new HttpHeaderLines("Server: nginx"));
  }
}
