package io.goldenpath.notify.receiver;

import io.goldenpath.notify.message.NoticePlace;
import io.goldenpath.settings.notify.NotifySettings;
import io.goldenpath.settings.notify.ReceiverSettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Makes receivers as the settings describe them. */
public record Receivers(
    String location, NoticeClient client, Duration longest, InstantSource clock) {

  /** A mail server is waited for several times. */
  private static final int WAITS_OF_A_MAIL = 3;

  /** By name. */
  public Map<String, Receiver> of(NotifySettings settings) {
    NoticePlace place = new NoticePlace(location, settings.page());
    Map<String, Receiver> all = new HashMap<>();
    settings.receivers().forEach((name, one) -> all.put(name, create(one, place)));
    return Map.copyOf(all);
  }

  private Receiver create(ReceiverSettings settings, NoticePlace place) {
    return switch (settings) {
      case ReceiverSettings.Webhook webhook -> new WebhookReceiver(webhook, place, client, clock);
      case ReceiverSettings.Slack slack -> new SlackReceiver(slack, place, client);
      case ReceiverSettings.Teams teams -> new TeamsReceiver(teams, place, client);
      case ReceiverSettings.PagerDuty duty -> new PagerDutyReceiver(duty, place, client);
      case ReceiverSettings.Email email ->
          new EmailReceiver(
              email,
              place,
              MailServers.sender(email.server(), longest),
              longest.multipliedBy(WAITS_OF_A_MAIL));
      case ReceiverSettings.Ntfy ntfy -> new NtfyReceiver(ntfy, place, client);
      case ReceiverSettings.Alertmanager manager ->
          new AlertmanagerReceiver(manager, place, client, clock);
    };
  }
}
