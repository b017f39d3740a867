package io.goldenpath.settings.keys.notify;

import io.goldenpath.model.target.Secret;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesSource;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One who can be told: exactly one of these blocks.
 *
 * @param webhook A program that takes JSON.
 * @param slack A channel, by an incoming webhook.
 * @param teams A channel of Microsoft Teams, by a workflow that takes webhooks.
 * @param pagerduty A service of PagerDuty, by its Events API v2.
 * @param email Mailboxes, by a mail server.
 * @param ntfy A topic of ntfy.
 * @param alertmanager An Alertmanager, by its API v2.
 */
@ConfigurationPropertiesSource
public record ReceiverProperties(
    @Nullable WebhookProperties webhook,
    @Nullable SlackProperties slack,
    @Nullable TeamsProperties teams,
    @Nullable PagerDutyProperties pagerduty,
    @Nullable EmailProperties email,
    @Nullable NtfyProperties ntfy,
    @Nullable AlertmanagerProperties alertmanager) {

  /**
   * A program that takes JSON.
   *
   * @param url Where it is posted to.
   * @param secret Key of the signature in the header Golden-Path-Signature; without it, none.
   * @param headers Headers of each request, such as Authorization.
   */
  public record WebhookProperties(
      @Nullable Secret url, @Nullable Secret secret, @DefaultValue Map<String, Secret> headers) {}

  /**
   * A channel of Slack.
   *
   * @param url Address of the incoming webhook.
   */
  public record SlackProperties(@Nullable Secret url) {}

  /**
   * A channel of Microsoft Teams.
   *
   * @param url Address of the workflow.
   */
  public record TeamsProperties(@Nullable Secret url) {}

  /**
   * A service of PagerDuty.
   *
   * @param routingKey Integration key of the service.
   * @param url Where events are posted to, such as https://events.eu.pagerduty.com/v2/enqueue.
   */
  public record PagerDutyProperties(
      @Nullable Secret routingKey,
      @DefaultValue("https://events.pagerduty.com/v2/enqueue") Secret url) {}

  /**
   * Mailboxes.
   *
   * @param server The mail server.
   * @param from Address of the sender.
   * @param to Addresses of those who are told.
   */
  public record EmailProperties(
      @DefaultValue MailServerProperties server,
      @Nullable String from,
      @DefaultValue List<String> to) {}

  /**
   * A mail server.
   *
   * @param host Its name.
   * @param port Its port; that of tls if absent: 587 (starttls), 465 (implicit), 25 (none).
   * @param tls Whether it is spoken to in TLS from the first byte (implicit), after STARTTLS, which
   *     it must know (starttls), or never (none).
   * @param username Its user; without one, nobody logs in.
   * @param password Password of that user.
   */
  public record MailServerProperties(
      @Nullable String host,
      @Nullable Integer port,
      @DefaultValue("starttls") MailTls tls,
      @Nullable String username,
      @Nullable Secret password) {}

  /** How a mail server is spoken to. */
  public enum MailTls {
    STARTTLS(587),
    IMPLICIT(465),
    NONE(25);

    private final int port;

    MailTls(int port) {
      this.port = port;
    }

    public int port() {
      return port;
    }
  }

  /**
   * A topic of ntfy.
   *
   * @param url Address of the topic, such as https://ntfy.sh/our-topic.
   * @param token Access token; without it, none is sent.
   */
  public record NtfyProperties(@Nullable Secret url, @Nullable Secret token) {}

  /**
   * An Alertmanager.
   *
   * @param url Its address, to which /api/v2/alerts is added.
   * @param headers Headers of each request, such as Authorization.
   */
  public record AlertmanagerProperties(
      @Nullable Secret url, @DefaultValue Map<String, Secret> headers) {}
}
