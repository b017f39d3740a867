package io.goldenpath.settings.notify;

import io.goldenpath.model.target.Secret;
import io.goldenpath.settings.keys.notify.ReceiverProperties.MailTls;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How one receiver is reached. What may give access is secret, and many addresses do. */
public sealed interface ReceiverSettings {

  /**
   * A program that takes JSON.
   *
   * @param secret Key of the signature; null where nothing is signed.
   */
  record Webhook(Secret url, @Nullable Secret secret, Map<String, Secret> headers)
      implements ReceiverSettings {}

  /** An incoming webhook of Slack. */
  record Slack(Secret url) implements ReceiverSettings {}

  /** A workflow of Microsoft Teams. */
  record Teams(Secret url) implements ReceiverSettings {}

  /** PagerDuty's Events API v2. */
  record PagerDuty(Secret url, Secret routingKey) implements ReceiverSettings {}

  /** Mailboxes. */
  record Email(MailServer server, String from, List<String> to) implements ReceiverSettings {

    public Email {
      to = List.copyOf(to);
    }
  }

  /**
   * A mail server.
   *
   * @param login Null where nobody logs in.
   */
  record MailServer(String host, int port, MailTls tls, @Nullable MailLogin login) {}

  /** A user of a mail server. */
  record MailLogin(String username, Secret password) {}

  /**
   * A topic of ntfy.
   *
   * @param server Address of the server, without the topic.
   * @param token Null where none is sent.
   */
  record Ntfy(URI server, Secret topic, @Nullable Secret token) implements ReceiverSettings {}

  /** An Alertmanager, by the whole address of its alerts. */
  record Alertmanager(Secret url, Map<String, Secret> headers) implements ReceiverSettings {}
}
