package io.goldenpath.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.SampleRuns;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * Each receiver is told of an incident, then away for ten minutes and over a restart of the monitor
 * while the incident has another cause and ends, and hears of all of it once.
 */
class ReceiverOutageIT {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final String[] ALL = {"DOWN", "NOW DOWN", "RESOLVED"};

  private final Probe shop = SampleRuns.probe("shop");

  /** The services that speak HTTP, with what they answer where they take a message. */
  enum Service {
    WEBHOOK("webhook: { url: '%s' }", 204, "", "/text/title"),
    SLACK("slack: { url: '%s' }", 200, "ok", "/text"),
    TEAMS("teams: { url: '%s' }", 202, "", "/attachments/0/content/fallbackText"),
    PAGERDUTY(
        "pagerduty: { routing-key: 0123456789abcdef0123456789abcdef, url: '%s' }",
        202,
        "{\"status\":\"success\",\"message\":\"Event processed\",\"dedup_key\":\"x\"}",
        "/payload/summary"),
    NTFY("ntfy: { url: '%s' }", 200, "{\"id\":\"x\",\"event\":\"message\"}", "/title"),
    ALERTMANAGER("alertmanager: { url: '%s' }", 200, "", "/0/annotations/summary");

    private final String written;
    private final int status;
    private final String answer;
    private final String title;

    Service(String written, int status, String answer, String title) {
      this.written = written;
      this.status = status;
      this.answer = answer;
      this.title = title;
    }

    String mark(JsonNode message) {
      return message.path("event_action").asString("").equals("resolve")
          ? "RESOLVED"
          : message.at(title).asString().replaceFirst(":.*", "");
    }
  }

  @ParameterizedTest
  @EnumSource
  void hearsOfAllOfItOnce(Service service) throws Exception {
    try (TellingServer server = new TellingServer(service.status, service.answer);
        NotifierUnderTest monitor = monitor(service.written.formatted(server.url("/a-topic")))) {
      monitor.bad(shop);
      monitor.advance(MINUTE);
      List<JsonNode> heard = new ArrayList<>(server.bodies());

      server.answers(503, "upstream connect error");
      beAway(monitor);
      assertThat(server.bodies()).hasSizeGreaterThan(10);
      assertThat(monitor.notifier.failing("it")).isTrue();

      server.answers(service.status, service.answer);
      monitor.advance(MINUTE.multipliedBy(2));
      heard.addAll(server.bodies());
      assertThat(monitor.notifier.failing("it")).isFalse();
      assertThat(heard.stream().map(service::mark).filter(new Repeats(service)::news))
          .containsExactly(ALL);
    }
  }

  @Test
  void aMailboxHearsOfAllOfItOnce() throws Exception {
    GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    int port = mail.getSmtp().getPort();
    GreenMail back = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    try (NotifierUnderTest monitor =
        monitor(
            ("email: { server: { host: 127.0.0.1, port: %d, tls: none },"
                    + " from: m@example.com, to: [a@example.com] }")
                .formatted(port))) {
      monitor.bad(shop);
      monitor.advance(MINUTE);
      List<MimeMessage> heard = new ArrayList<>(Arrays.asList(mail.getReceivedMessages()));

      mail.stop();
      beAway(monitor);

      back.start();
      monitor.advance(MINUTE.multipliedBy(2));
      heard.addAll(Arrays.asList(back.getReceivedMessages()));
      List<String> marks = new ArrayList<>();
      for (MimeMessage one : heard) {
        marks.add(one.getSubject().replaceFirst(":.*", ""));
      }
      assertThat(marks).containsExactly(ALL);
    } finally {
      mail.stop();
      back.stop();
    }
  }

  /** For ten minutes, with a restart between. */
  private void beAway(NotifierUnderTest monitor) {
    monitor.otherwiseBad(shop);
    monitor.advance(MINUTE.multipliedBy(5));
    monitor.restart();
    monitor.advance(MINUTE.multipliedBy(4));
    monitor.good(shop);
    monitor.advance(MINUTE);
  }

  private NotifierUnderTest monitor(String receiver) throws Exception {
    return NotifierUnderTest.of(
        NotifierUnderTest.written(
            "page: https://golden-path.example.com\nreceivers: { it: { %s } }".formatted(receiver)),
        shop);
  }

  /** An Alertmanager is told again each minute what has not changed. */
  private static final class Repeats {

    private final boolean expected;
    private String last = "";

    Repeats(Service service) {
      expected = service == Service.ALERTMANAGER;
    }

    boolean news(String mark) {
      boolean repeated = expected && mark.equals(last);
      last = mark;
      return !repeated;
    }
  }
}
