package io.goldenpath.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.goldenpath.incident.Incident.Acknowledgement;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.SampleRuns;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** An incident that begins, changes and ends, as each service is told of it. */
@ExtendWith(OutputCaptureExtension.class)
class ReceiversIT {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final String HOSTILE =
      "<!channel> & <b>x</b> [a](http://evil.example)\r\nBcc: evil@example.com \ud800 \u202e";

  private final Probe shop = SampleRuns.probe("shop");
  private final Probe lab = SampleRuns.probe("lab");

  @Test
  void aProgramGetsJsonWithASignatureThatItCanCheck() throws Exception {
    try (TellingServer server = new TellingServer(204, "");
        NotifierUnderTest monitor =
            monitor("webhook: { url: '%s', secret: 's3cret' }", server.url("/hook"))) {
      play(monitor);

      List<RecordedRequest> requests = server.requests();
      assertThat(requests)
          .extracting(request -> TellingServer.json(request).path("event").asString())
          .containsExactly("opened", "changed", "acknowledged", "resolved");
      JsonNode opened = TellingServer.json(requests.getFirst());
      assertThat(opened.at("/text/title").asString())
          .isEqualTo("DOWN: shop/golden-path: agent_thinking never came");
      assertThat(opened.at("/text/body").asString())
          .startsWith("shop/golden-path has been down since 12:00 UTC (10 s): agent_thinking never")
          .contains("Step: events (missing_event)", "Release: 1.8.3", "Seen from: eu-west-1")
          .contains("Probe: https://golden-path.example.com/targets/shop/golden-path")
          .contains("Acknowledge: POST {\"who\": \"…\", \"why\": \"…\"} to https://golden-path");
      assertThat(opened.at("/incidents/0/severity").asString()).isEqualTo("down");
      assertThat(opened.at("/incidents/0/release").asString()).isEqualTo("1.8.3");
      requests.forEach(request -> {
        assertThat(request.getHeaders().get("Golden-Path-Signature")).isEqualTo(signed(request));
        assertThat(request.getHeaders().get("Golden-Path-Delivery"))
            .isEqualTo(TellingServer.json(request).path("id").asString());
      });
    }
  }

  @Test
  void slackGetsBlocksInWhichNothingIsACallOfEverybody() throws Exception {
    try (TellingServer server = new TellingServer(200, "ok");
        NotifierUnderTest monitor =
            monitor("slack: { url: '%s' }", server.url("/services/T/B/x"))) {
      play(monitor);
      assertThat(server.bodies())
          .extracting(message -> message.path("text").asString())
          .containsExactly(
              "DOWN: shop/golden-path: agent_thinking never came",
              "NOW DOWN: shop/golden-path: nothing came for 1200 ms after agent_thinking",
              "RESOLVED: shop/golden-path is up again after 3 min");

      monitor.finish(SampleRuns.quoting(lab, "hostile", monitor.now, HOSTILE));
      monitor.advance(MINUTE);

      JsonNode message = server.bodies().getFirst();
      assertThat(message.at("/blocks/0/type").asString()).isEqualTo("header");
      assertThat(message.at("/blocks/0/text/text").asString()).hasSizeLessThanOrEqualTo(150);
      assertThat(message.at("/blocks/1/text/type").asString()).isEqualTo("mrkdwn");
      assertThat(message.at("/blocks/1/text/text").asString())
          .contains("&lt;!channel&gt; &amp; &lt;b&gt;")
          .doesNotContain("<!channel>", "\u202e");
      assertThat(message.toString())
          .contains("<https://golden-path.example.com/targets/lab/golden-path|Probe>");
    }
  }

  @Test
  void teamsGetsACardWhoseTextIsNoMarkup() throws Exception {
    try (TellingServer server = new TellingServer(202, "");
        NotifierUnderTest monitor = monitor("teams: { url: '%s' }", server.url("/workflows/x"))) {
      play(monitor);
      assertThat(server.bodies()).hasSize(3);

      monitor.finish(SampleRuns.quoting(lab, "hostile", monitor.now, HOSTILE));
      monitor.advance(MINUTE);

      JsonNode message = server.bodies().getFirst();
      JsonNode card = message.at("/attachments/0/content");
      assertThat(message.path("type").asString()).isEqualTo("message");
      assertThat(message.at("/attachments/0/contentType").asString())
          .isEqualTo("application/vnd.microsoft.card.adaptive");
      assertThat(card.path("type").asString()).isEqualTo("AdaptiveCard");
      assertThat(card.path("body").valueStream())
          .allSatisfy(
              block -> assertThat(block.path("type").asString()).isEqualTo("RichTextBlock"));
      assertThat(card.at("/actions/0/url").asString())
          .isEqualTo("https://golden-path.example.com/targets/lab/golden-path");
      assertThat(message.toString().length()).isLessThan(28_000);
    }
  }

  @Test
  void pagerDutyGetsOneAlertForWhatIsToldTogetherWhichIsAcknowledgedWhenAllOfItIs()
      throws Exception {
    try (TellingServer server =
            new TellingServer(202, "{\"status\":\"success\",\"message\":\"Event processed\"}");
        NotifierUnderTest monitor =
            monitor(
                "pagerduty: { routing-key: '0123456789abcdef', url: '%s' }",
                server.url("/v2/enqueue"))) {
      monitor.bad(lab);
      monitor.bad(shop);
      monitor.advance(MINUTE);
      acknowledge(monitor, "shop");
      monitor.advance(MINUTE);
      monitor.otherwiseBad(shop);
      monitor.advance(MINUTE);
      acknowledge(monitor, "lab");
      monitor.advance(MINUTE);
      monitor.good(shop);
      monitor.advance(MINUTE);
      monitor.good(lab);
      monitor.advance(MINUTE);

      List<JsonNode> events = server.bodies();
      assertThat(events)
          .extracting(event -> event.path("event_action").asString())
          .containsExactly("trigger", "trigger", "acknowledge", "resolve");
      assertThat(events)
          .extracting(event -> event.path("dedup_key").asString())
          .allMatch(events.getFirst().path("dedup_key").asString()::equals);
      JsonNode payload = events.getFirst().path("payload");
      assertThat(payload.path("severity").asString()).isEqualTo("critical");
      assertThat(payload.path("timestamp").asString()).isEqualTo("2026-11-24T12:00:00Z");
      assertThat(payload.path("summary").asString())
          .startsWith("DOWN: 2 probes are down: ")
          .contains("shop/golden-path", "lab/golden-path");
    }
  }

  @Test
  void pagerDutysKeyIsNotRepeatedByWhatItSays(CapturedOutput output) throws Exception {
    try (TellingServer server = new TellingServer(400, "invalid key 0123456789abcdef");
        NotifierUnderTest monitor =
            monitor(
                "pagerduty: { routing-key: '0123456789abcdef', url: '%s' }",
                server.url("/v2/enqueue"))) {
      monitor.bad(shop);
      monitor.advance(MINUTE);

      assertThat(output)
          .contains("answered 400: invalid key ***")
          .doesNotContain("0123456789abcdef");
    }
  }

  @Test
  void ntfyGetsAPriorityAndALink() throws Exception {
    try (TellingServer server = new TellingServer(200, "{\"id\":\"x\"}");
        NotifierUnderTest monitor =
            monitor("ntfy: { url: '%s', token: 'tk_1' }", server.url("/our-topic"))) {
      play(monitor);

      List<RecordedRequest> requests = server.requests();
      JsonNode first = TellingServer.json(requests.getFirst());
      assertThat(requests).hasSize(3);
      assertThat(requests.getFirst().getUrl().encodedPath()).isEqualTo("/");
      assertThat(requests.getFirst().getHeaders().get("Authorization")).isEqualTo("Bearer tk_1");
      assertThat(first.path("topic").asString()).isEqualTo("our-topic");
      assertThat(first.path("priority").asInt()).isEqualTo(4);
      assertThat(first.path("click").asString()).endsWith("/targets/shop/golden-path");
      assertThat(first.path("message").asString().getBytes(StandardCharsets.UTF_8).length)
          .isLessThan(4_096);
      assertThat(TellingServer.json(requests.getLast()).at("/tags/0").asString())
          .isEqualTo("white_check_mark");
    }
  }

  @Test
  void anAlertmanagerIsToldAgainAndAgainUntilItIsOver() throws Exception {
    try (TellingServer server = new TellingServer(200, "");
        NotifierUnderTest monitor = monitor("alertmanager: { url: '%s' }", server.url("/"))) {
      monitor.bad(shop);
      monitor.advance(Duration.ofMinutes(4));
      monitor.good(shop);
      monitor.advance(Duration.ofMinutes(4));

      List<RecordedRequest> requests = server.requests();
      assertThat(requests).hasSizeBetween(5, 6);
      assertThat(requests.getFirst().getUrl().encodedPath()).isEqualTo("/api/v2/alerts");
      List<JsonNode> alerts =
          requests.stream().map(TellingServer::json).map(posted -> posted.get(0)).toList();
      assertThat(alerts)
          .extracting(alert -> alert.path("labels"))
          .containsOnly(alerts.getFirst().path("labels"));
      assertThat(alerts.getFirst().at("/labels/severity").asString()).isEqualTo("critical");
      assertThat(alerts.subList(0, alerts.size() - 1))
          .allSatisfy(alert ->
              assertThat(Instant.parse(alert.path("endsAt").asString()))
                  .isAfter(SampleRuns.NOON.plus(Duration.ofMinutes(5))));
      assertThat(Instant.parse(alerts.getLast().path("endsAt").asString()))
          .isBefore(SampleRuns.NOON.plus(Duration.ofMinutes(5)));
    }
  }

  @Test
  void aMailboxGetsOneThreadThatNobodyCanWriteHeadersInto() throws Exception {
    GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    try (NotifierUnderTest monitor =
        monitor(
            "email: { server: { host: 127.0.0.1, port: %s, tls: none },"
                + " from: monitor@example.com, to: [oncall@example.com] }",
            String.valueOf(mail.getSmtp().getPort()))) {
      play(monitor);
      MimeMessage[] mails = mail.getReceivedMessages();
      assertThat(mails).hasSize(3);
      assertThat(mails[0].getSubject())
          .isEqualTo("DOWN: shop/golden-path: agent_thinking never came");
      assertThat(mails[1].getHeader("In-Reply-To")).containsExactly(mails[0].getMessageID());

      monitor.finish(SampleRuns.quoting(lab, "hostile", monitor.now, HOSTILE));
      monitor.advance(MINUTE);

      MimeMessage hostile = mail.getReceivedMessages()[3];
      assertThat(hostile.getHeader("Bcc")).isNull();
      assertThat(hostile.getAllRecipients()).hasSize(1);
      assertThat(GreenMailUtil.getWholeMessage(hostile))
          .doesNotContain("<b>x</b> [a]</")
          .contains("multipart/");
    } finally {
      mail.stop();
    }
  }

  @Test
  void aMailServerThatIsAwayIsAskedAgain() throws Exception {
    GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    int port = mail.getSmtp().getPort();
    mail.stop();
    GreenMail back = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    try (NotifierUnderTest monitor =
        monitor(
            "email: { server: { host: 127.0.0.1, port: %s, tls: none },"
                + " from: monitor@example.com, to: [oncall@example.com] }",
            String.valueOf(port))) {
      monitor.bad(shop);
      monitor.advance(MINUTE);
      assertThat(monitor.notifier.failing("it")).isTrue();

      back.start();
      monitor.advance(Duration.ofMinutes(2));

      assertThat(back.getReceivedMessages()).hasSize(1);
      assertThat(monitor.notifier.failing("it")).isFalse();
    } finally {
      back.stop();
    }
  }

  private NotifierUnderTest monitor(String receiver, String address) throws IOException {
    return NotifierUnderTest.of(
        NotifierUnderTest.written(
            "page: https://golden-path.example.com/\nreceivers: { it: { %s } }"
                .formatted(receiver.formatted(address))),
        shop,
        lab);
  }

  /** Fire, change, acknowledge, resolve. */
  private void play(NotifierUnderTest monitor) {
    monitor.bad(shop);
    monitor.advance(MINUTE);
    monitor.otherwiseBad(shop);
    monitor.advance(MINUTE);
    acknowledge(monitor, "shop");
    monitor.advance(MINUTE);
    monitor.good(shop);
    monitor.advance(MINUTE);
  }

  private static void acknowledge(NotifierUnderTest monitor, String target) {
    monitor.board.incidents().stream()
        .filter(incident -> incident.probe().target().equals(target))
        .forEach(incident ->
            monitor.board.acknowledge(
                incident.id(), new Acknowledgement("ann", "looking into it", monitor.now)));
  }

  private static String signed(RecordedRequest request) {
    Matcher time =
        Pattern.compile("t=(\\d+),.*")
            .matcher(String.valueOf(request.getHeaders().get("Golden-Path-Signature")));
    assertThat(time.matches()).isTrue();
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec("s3cret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      String text = time.group(1) + "." + Objects.requireNonNull(request.getBody()).utf8();
      return "t=%s,v1=%s"
          .formatted(
              time.group(1),
              HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8))));
    } catch (java.security.GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
