package io.goldenpath.settings.notify;

import io.goldenpath.model.target.Secret;
import io.goldenpath.settings.keys.notify.ReceiverProperties;
import io.goldenpath.settings.keys.notify.ReceiverProperties.AlertmanagerProperties;
import io.goldenpath.settings.keys.notify.ReceiverProperties.NtfyProperties;
import io.goldenpath.settings.keys.notify.ReceiverProperties.PagerDutyProperties;
import io.goldenpath.settings.keys.notify.ReceiverProperties.WebhookProperties;
import io.goldenpath.settings.mistakes.SettingKey;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one receiver. */
record ReceiverReader(SettingKey at) {

  private static final String EXPECTED =
      "expected exactly one of webhook, slack, teams, pagerduty, email, ntfy and alertmanager";
  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9-]+");

  /** Those that the client writes by itself, and refuses to have written. */
  private static final Set<String> OWN_HEADERS =
      Set.of("connection", "content-length", "content-type", "expect", "host", "upgrade");

  Optional<ReceiverSettings> read(ReceiverProperties written) {
    List<@Nullable Object> blocks =
        Arrays.asList(
            written.webhook(),
            written.slack(),
            written.teams(),
            written.pagerduty(),
            written.email(),
            written.ntfy(),
            written.alertmanager());
    if (blocks.stream().filter(Objects::nonNull).count() != 1) {
      return at.unreadable(EXPECTED);
    }
    return Optional.ofNullable(written.webhook())
        .flatMap(this::webhook)
        .or(() -> Optional.ofNullable(written.slack()).flatMap(one -> slack(one.url())))
        .or(() -> Optional.ofNullable(written.teams()).flatMap(one -> teams(one.url())))
        .or(() -> Optional.ofNullable(written.pagerduty()).flatMap(this::pagerDuty))
        .or(() ->
            Optional.ofNullable(written.email()).flatMap(new EmailReader(at.child("email"))::read))
        .or(() -> Optional.ofNullable(written.ntfy()).flatMap(this::ntfy))
        .or(() -> Optional.ofNullable(written.alertmanager()).flatMap(this::alertmanager));
  }

  private Optional<ReceiverSettings> webhook(WebhookProperties written) {
    SettingKey key = at.child("webhook");
    Secret secret = written.secret();
    if (secret != null && secret.reveal().isBlank()) {
      key.child("secret").wrong("is empty; expected the key of the signature, or no key at all");
    }
    Map<String, Secret> headers = headers(key.child("headers"), written.headers());
    return address(key, written.url(), "https://hooks.example.com/golden-path")
        .map(url -> new ReceiverSettings.Webhook(secret(url), secret, headers));
  }

  private Optional<ReceiverSettings> slack(@Nullable Secret url) {
    return address(at.child("slack"), url, "https://hooks.slack.com/services/T…/B…/…")
        .map(address -> new ReceiverSettings.Slack(secret(address)));
  }

  private Optional<ReceiverSettings> teams(@Nullable Secret url) {
    return address(at.child("teams"), url, "https://….logic.azure.com/workflows/…")
        .map(address -> new ReceiverSettings.Teams(secret(address)));
  }

  private Optional<ReceiverSettings> pagerDuty(PagerDutyProperties written) {
    SettingKey key = at.child("pagerduty");
    Secret routingKey = written.routingKey();
    if (routingKey == null || routingKey.reveal().isBlank()) {
      return key.child("routing-key").wrong("is missing; expected the service's integration key");
    }
    return address(key, written.url(), "https://events.eu.pagerduty.com/v2/enqueue")
        .map(url -> new ReceiverSettings.PagerDuty(secret(url), routingKey));
  }

  private Optional<ReceiverSettings> ntfy(NtfyProperties written) {
    String example = "https://ntfy.sh/our-topic";
    SettingKey key = at.child("ntfy");
    Secret token = written.token();
    if (token != null && token.reveal().isBlank()) {
      key.child("token").wrong("is empty; expected an access token, or no key at all");
    } else if (token != null) {
      checkPrintable(key.child("token"), token);
    }
    return address(key, written.url(), example)
        .flatMap(url -> {
          String path = String.valueOf(url.getPath()).replaceFirst("/$", "");
          String topic = path.substring(path.lastIndexOf('/') + 1);
          return topic.isEmpty() || url.getQuery() != null
              ? key.child("url").wrong("expected the topic at its end, such as %s", example)
              : Optional.of(
                  new ReceiverSettings.Ntfy(
                      url.resolve(path.substring(0, path.length() - topic.length())),
                      Secret.of(topic),
                      token));
        });
  }

  private Optional<ReceiverSettings> alertmanager(AlertmanagerProperties written) {
    SettingKey key = at.child("alertmanager");
    Map<String, Secret> headers = headers(key.child("headers"), written.headers());
    return address(key, written.url(), "http://alertmanager:9093")
        .map(url -> url.toString().replaceFirst("/+$", "").replaceFirst("/api/v2/alerts$", ""))
        .map(url -> new ReceiverSettings.Alertmanager(Secret.of(url + "/api/v2/alerts"), headers));
  }

  private static Map<String, Secret> headers(SettingKey at, Map<String, Secret> written) {
    written.forEach((name, value) -> {
      SettingKey key = at.child(name);
      if (!HEADER.matcher(name).matches()) {
        key.wrong("a header's name is letters, digits and '-', but is '%s'", name);
      } else if (OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
        key.wrong("is a header that the monitor writes itself");
      }
      checkPrintable(key, value);
    });
    return Map.copyOf(written);
  }

  /** Nothing else can be sent in a header. */
  private static void checkPrintable(SettingKey at, Secret value) {
    if (!value.reveal().chars().allMatch(letter -> letter >= ' ' && letter < 127)) {
      at.wrong("must hold printable ASCII alone");
    }
  }

  private static Optional<URI> address(SettingKey block, @Nullable Secret url, String example) {
    return new ReceiverAddress(block.child("url"), example).read(url);
  }

  private static Secret secret(URI url) {
    return Secret.of(url.toString());
  }
}
