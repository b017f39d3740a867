package io.goldenpath.settings.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldenpath.settings.keys.notify.AlertSeverity;
import io.goldenpath.settings.keys.notify.ReceiverProperties.MailTls;
import io.goldenpath.settings.mistakes.SettingsException;
import io.goldenpath.settings.notify.NotifyRoute;
import io.goldenpath.settings.notify.NotifySettings;
import io.goldenpath.settings.notify.ReceiverSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotifySettingsTests {

  /** What stands beneath {@code notify}. */
  private static final Pattern EXAMPLE =
      Pattern.compile("```yaml\ngoldenpath:\n  notify:\n(.*?)```", Pattern.DOTALL);

  @Test
  void tellNobodyUnlessSet() throws IOException {
    NotifySettings settings = read("{ group-wait: 10s }");

    assertThat(settings.receivers()).isEmpty();
    assertThat(settings.page()).isNull();
    assertThat(settings.groupWait()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void tellEverythingToAllWithoutRoutes() throws IOException {
    NotifySettings settings =
        read(
            "{ receivers: { a: { slack: { url: 'https://a.example.com/x' } },"
                + " b: { pagerduty: { routing-key: k } } } }");

    assertThat(settings.routes()).hasSize(1);
    NotifyRoute all = settings.routes().getFirst();
    assertThat(all.to()).containsExactlyInAnyOrder("a", "b");
    assertThat(all.remind()).isNull();
    assertThat(all.matches("any", Map.of(), AlertSeverity.DEGRADED)).isTrue();
  }

  @Test
  void readEveryReceiver() throws IOException {
    NotifySettings settings =
        read(
            """

                remind: 4h
                receivers:
                  hook: { webhook: { url: 'https://a.example.com/x', secret: s, headers: { X-Key: k } } }
                  teams: { teams: { url: 'https://a.example.com/x' } }
                  mail: { email: { server: { host: mail.example.com }, from: a@example.com, to: [b@example.com] } }
                  phone: { ntfy: { url: 'https://ntfy.sh/topic', token: t } }
                  am: { alertmanager: { url: 'http://127.0.0.1:9093/' } }
                routes:
                  - { targets: [shop-*], labels: { team: 'sea*' }, severity: critical, to: [hook], remind: never }
                  - { to: [teams, mail, phone, am] }
            """);

    assertThat(settings.receivers()).hasSize(5);
    assertThat(settings.receivers().get("mail"))
        .isInstanceOfSatisfying(
            ReceiverSettings.Email.class,
            mail -> {
              assertThat(mail.server().port()).isEqualTo(587);
              assertThat(mail.server().tls()).isEqualTo(MailTls.STARTTLS);
            });
    assertThat(settings.receivers().get("am"))
        .isInstanceOfSatisfying(
            ReceiverSettings.Alertmanager.class,
            manager ->
                assertThat(manager.url().reveal())
                    .isEqualTo("http://127.0.0.1:9093/api/v2/alerts"));
    assertThat(settings.receivers().get("phone"))
        .isInstanceOfSatisfying(
            ReceiverSettings.Ntfy.class,
            topic -> {
              assertThat(topic.server()).hasToString("https://ntfy.sh/");
              assertThat(topic.topic().reveal()).isEqualTo("topic");
            });
    NotifyRoute first = settings.routes().getFirst();
    assertThat(first.remind()).isNull();
    assertThat(settings.routes().getLast().remind()).isEqualTo(Duration.ofHours(4));
    assertThat(first.matches("shop-eu", Map.of("team", "search"), AlertSeverity.CRITICAL)).isTrue();
    assertThat(first.matches("shop-eu", Map.of("team", "search"), AlertSeverity.DOWN)).isFalse();
    assertThat(first.matches("shop-eu", Map.of(), AlertSeverity.CRITICAL)).isFalse();
    assertThat(first.matches("lab", Map.of("team", "search"), AlertSeverity.CRITICAL)).isFalse();
  }

  /** Or settings that are read again would look like changed ones. */
  @Test
  void areEqualWhereTheSameIsWritten() throws IOException {
    String written = "{ receivers: { a: { slack: { url: 'https://a.example.com/x' } } } }";

    assertThat(read(written)).isEqualTo(read(written));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ receivers: { a: { slack: { url: 'hooks.example.com/s3cret' } } } }"
            + "|receivers.a.slack.url|expected http:// or https://",
        "{ receivers: { a: { slack: { } } } }|receivers.a|expected",
        "{ receivers: { a: { teams: { url: '' } } } }|receivers.a.teams.url|is missing",
        "{ receivers: { a: { webhook: { url: 'https://x.example.com', headers: { Host: x } } } } }"
            + "|receivers.a.webhook.headers.Host|writes itself",
        "{ receivers: { a: { pagerduty: { } } } }|receivers.a|expected",
        "{ receivers: { a: { ntfy: { url: 'https://ntfy.sh' } } } }|ntfy.url|the topic at its end",
        "{ receivers: { a: { ntfy: { url: 'https://ntfy.sh/t', token: 's3cret\u00e9' } } } }"
            + "|ntfy.token|printable ASCII",
        "{ receivers: { a: { ntfy: { url: 'https://ntfy.sh/t', token: '' } } } }|ntfy.token|is"
            + " empty",
        "{ receivers: { a: { webhook: { url: 'https://x.example.com', headers: { A: \"s3cret\\n\" }"
            + " } } } }|webhook.headers.A|printable ASCII",
        "{ receivers: { a: { email: { from: 'a@example.com', to: [ 'b@example.com' ] } } } }"
            + "|email.server.host|is missing",
        "{ receivers: { a: { email: { server: { host: m }, from: 'a', to: [ 'b@example.com' ] } } }"
            + " }|email.from|expected an address",
        "{ receivers: { a: { slack: { url: 'https://x.example.com' } } }, routes: [ { to: [ b ] } ]"
            + " }|routes[0].to[0]|there is no receiver 'b'",
        "{ receivers: { a: { slack: { url: 'https://x.example.com' } } }, routes: [ { to: [ ] } ] }"
            + "|routes[0].to|is missing",
        "{ remind: 5s }|notify.remind|at least 1m",
        "{ group-wait: 1h }|notify.group-wait|from 0s to 10m",
        "{ page: 'golden-path.example.com' }|notify.page|expected http:// or https://",
        "{ recievers: { } }|notify.recievers|receivers"
      })
  void refuseWhatIsWrongByItsKey(String written, String key, String problem) {
    assertThatThrownBy(() -> read(written))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(key)
        .hasMessageContaining(problem)
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void readTheExamplesOfTheManual() throws IOException {
    List<Set<String>> receivers = new ArrayList<>();
    for (MatchResult example :
        EXAMPLE.matcher(Files.readString(Path.of("docs/notify.md"))).results().toList()) {
      String yaml =
          example
              .group(1)
              .replaceAll("\\$\\{[A-Z_]*WEBHOOK}", "https://hooks.example.com/x")
              .replaceAll("\\$\\{[A-Z_]+}", "x");
      receivers.add(read("\n" + yaml.indent(2)).receivers().keySet());
    }

    assertThat(receivers)
        .containsExactly(
            Set.of("oncall", "team"),
            Set.of("chat", "channel", "oncall", "phone", "alerts", "tickets", "mail"));
  }

  private static NotifySettings read(String written) throws IOException {
    return WrittenSettings.ofYaml(
            """
            goldenpath:
              targets:
                staging:
                  login: { type: none }
                  socket: { url: wss://api.example.com/ws }
              notify: %s
            """
                .formatted(written))
        .settings()
        .telling();
  }
}
