package io.goldenpath.web.events;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.web.RawHttpReply;
import io.goldenpath.web.WebApplication;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What open pages hear, and what readers that do not read can do to the monitor. */
class EventStreamIT {

  private final Probe staging = SampleRuns.probe("staging");
  private final WebApplication application = WebApplication.start().watching(staging);
  private final List<Socket> sockets = new ArrayList<>();

  @AfterEach
  void stop() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
    application.close();
  }

  @Test
  void tellsOfRunsAndVerdicts() throws Exception {
    BufferedReader stream = reader(open());
    application.finished(SampleRuns.passed(staging, "a", NOON));

    assertThat(next(stream, "verdict")).contains("\"verdict\":\"up\"");
    assertThat(next(stream, "run"))
        .isEqualTo(
            "{\"id\":\"a\",\"target\":\"staging\",\"journey\":\"golden-path\",\"outcome\":\"passed\"}");

    application.finished(SampleRuns.missing(staging, "b", NOON.plusSeconds(60)));

    assertThat(next(stream, "verdict"))
        .isEqualTo(
            "{\"target\":\"staging\",\"journey\":\"golden-path\",\"verdict\":\"down\","
                + "\"since\":\"2026-11-24T12:01:01.842Z\"}");
    assertThat(next(stream, "run")).contains("\"id\":\"b\"", "\"outcome\":\"failed\"");
  }

  @Test
  void tellsWhoComesBackWhatTheyHaveMissed() throws Exception {
    BufferedReader stream = reader(open());
    application.finished(SampleRuns.passed(staging, "a", NOON));
    String last = id(stream, "run");
    for (int i = 0; i < 40; i++) {
      application.finished(SampleRuns.passed(staging, "b" + i, NOON.plusSeconds(i + 1)));
    }

    BufferedReader again = reader(open("Last-Event-ID: " + last + "\r\n"));
    for (int i = 0; i < 40; i++) {
      assertThat(next(again, "run")).contains("\"id\":\"b" + i + "\"");
    }
    assertThat(next(reader(open("Last-Event-ID: other-1\r\n")), "missed")).isEqualTo("{}");
  }

  @Test
  void tellsWhoComesBackBeforeTheFirstEventOfIt() throws Exception {
    BufferedReader stream =
        new BufferedReader(new InputStreamReader(open().getInputStream(), StandardCharsets.UTF_8));
    String line = stream.readLine();
    while (!line.startsWith("id:")) {
      line = stream.readLine();
    }
    application.finished(SampleRuns.passed(staging, "a", NOON));

    BufferedReader again =
        reader(open("Last-Event-ID: " + line.substring("id:".length()) + "\r\n"));
    assertThat(next(again, "run")).contains("\"id\":\"a\"");
  }

  @Test
  void remembersSoManyEventsAndSaysWhatItHasForgotten() throws Exception {
    BufferedReader stream = reader(open());
    application.finished(SampleRuns.passed(staging, "a", NOON));
    String last = id(stream, "run");
    for (int i = 0; i <= RecentEvents.MOST; i++) {
      application.finished(SampleRuns.passed(staging, "b" + i, NOON.plusSeconds(i + 1)));
    }

    assertThat(next(reader(open("Last-Event-ID: " + last + "\r\n")), "missed")).isEqualTo("{}");
  }

  @Test
  void asksProxiesNotToKeepEventsBack() throws Exception {
    BufferedReader stream =
        new BufferedReader(new InputStreamReader(open().getInputStream(), StandardCharsets.UTF_8));

    assertThat(stream.lines().takeWhile(line -> !line.isEmpty()))
        .contains("X-Accel-Buffering: no", "Content-Type: text/event-stream");
  }

  @Test
  void sendsAHeartbeat() throws Exception {
    BufferedReader stream = reader(open());
    soon().untilAsserted(() -> assertThat(application.clients()).isEqualTo(1));

    application.heartbeat();

    assertThat(stream.lines().filter(line -> line.startsWith(":")).findFirst())
        .contains(":heartbeat");
  }

  @Test
  void tellsOfAVerdictThatExpires() throws Exception {
    application.finished(SampleRuns.passed(staging, "a", NOON));
    BufferedReader stream = reader(open());

    application.advance(Duration.ofMinutes(4));

    assertThat(next(stream, "verdict")).contains("\"verdict\":\"unknown\"");
  }

  @Test
  void hasRoomForSoManyAndSaysSo() throws Exception {
    for (int i = 0; i < EventStream.MAX_CLIENTS; i++) {
      open();
    }
    soon()
        .untilAsserted(() -> assertThat(application.clients()).isEqualTo(EventStream.MAX_CLIENTS));

    RawHttpReply reply =
        RawHttpReply.get(application.at("/api/events"), "Accept: text/event-stream");

    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.header("Retry-After")).isEqualTo("30");
    assertThat(reply.json().path("detail").stringValue())
        .isEqualTo("The event stream has its maximum of 200 clients");
  }

  @Test
  void letsClientsGoThatHaveGone() throws Exception {
    Socket socket = open();
    soon().untilAsserted(() -> assertThat(application.clients()).isEqualTo(1));
    socket.close();

    soon()
        .untilAsserted(() -> {
          application.finished(SampleRuns.passed(staging, "a", NOON));
          assertThat(application.clients()).isZero();
        });
  }

  @Test
  void dropsAClientThatDoesNotReadAndNeverWaitsForIt() throws Exception {
    Socket deaf = new Socket();
    deaf.setReceiveBufferSize(1024);
    deaf.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), application.port()));
    sockets.add(deaf);
    ask(deaf, "");
    soon().untilAsserted(() -> assertThat(application.clients()).isEqualTo(1));
    String endless = "x".repeat(2000);

    soon()
        .pollInterval(Duration.ofMillis(1))
        .untilAsserted(() -> {
          for (int i = 0; i < 200; i++) {
            application.finished(SampleRuns.passed(staging, endless + i, NOON));
          }
          assertThat(application.clients()).isZero();
        });
  }

  @Test
  void endsWithTheMonitor() throws Exception {
    BufferedReader stream = reader(open());
    soon().untilAsserted(() -> assertThat(application.clients()).isEqualTo(1));

    application.close();

    assertThat(stream.lines().filter(line -> line.startsWith("event:")).toList()).isEmpty();
  }

  private Socket open() throws IOException {
    return open("");
  }

  private Socket open(String headers) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), application.port());
    sockets.add(socket);
    ask(socket, headers);
    return socket;
  }

  private static void ask(Socket socket, String headers) throws IOException {
    socket.setSoTimeout(10_000);
    socket
        .getOutputStream()
        .write(
            ("GET /api/events HTTP/1.0\r\nHost: localhost\r\nAccept: text/event-stream\r\n"
                    + headers
                    + "\r\n")
                .getBytes(StandardCharsets.UTF_8));
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    for (String line = reader.readLine(); !line.startsWith(":welcome"); line = reader.readLine()) {
      assertThat(line).doesNotStartWith("HTTP/1.1 4").doesNotStartWith("HTTP/1.1 5");
    }
    return reader;
  }

  private static String id(BufferedReader stream, String event) throws IOException {
    String id = "";
    String line = stream.readLine();
    while (!line.equals("event:" + event)) {
      id = line;
      line = stream.readLine();
    }
    return id.substring("id:".length());
  }

  private static String next(BufferedReader stream, String event) throws IOException {
    String line = stream.readLine();
    while (!line.equals("event:" + event)) {
      line = stream.readLine();
    }
    return stream.readLine().substring("data:".length());
  }

  private static ConditionFactory soon() {
    return await().atMost(Duration.ofSeconds(60));
  }
}
