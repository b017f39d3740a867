package io.goldenpath.settings.notify;

import static java.util.Objects.requireNonNullElseGet;

import io.goldenpath.model.target.Secret;
import io.goldenpath.settings.keys.notify.ReceiverProperties.EmailProperties;
import io.goldenpath.settings.keys.notify.ReceiverProperties.MailServerProperties;
import io.goldenpath.settings.mistakes.SettingKey;
import io.goldenpath.settings.notify.ReceiverSettings.MailLogin;
import io.goldenpath.settings.notify.ReceiverSettings.MailServer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads who is told by e-mail. */
record EmailReader(SettingKey at) {

  private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+");
  private static final int MOST_ADDRESSES = 50;

  Optional<ReceiverSettings> read(EmailProperties written) {
    Optional<MailServer> server = server(at.child("server"), written.server());
    Optional<String> from = address(at.child("from"), written.from());
    SettingKey recipients = at.child("to");
    if (written.to().isEmpty()) {
      recipients.wrong("is missing; expected at least one address");
    } else if (written.to().size() > MOST_ADDRESSES) {
      recipients.wrong(
          "expected at most %d addresses, but there are %d", MOST_ADDRESSES, written.to().size());
    }
    List<Optional<String>> to = recipients.each(written.to(), EmailReader::address);
    return server.flatMap(known ->
        from.map(sender ->
            new ReceiverSettings.Email(
                known, sender, to.stream().flatMap(Optional::stream).toList())));
  }

  private static Optional<MailServer> server(SettingKey at, MailServerProperties written) {
    String host = written.host();
    String username = written.username();
    Secret password = written.password();
    if ((username == null) != (password == null)) {
      at.wrong("needs both username and password, or neither");
    }
    int port = requireNonNullElseGet(written.port(), written.tls()::port);
    if (port < 1 || port > 65_535) {
      at.child("port").wrong("must be from 1 to 65535, but is %d", port);
    }
    if (host == null || host.isBlank()) {
      return at.child("host").wrong("is missing; expected the mail server's name");
    }
    MailLogin login =
        username == null || password == null ? null : new MailLogin(username, password);
    return Optional.of(new MailServer(host, port, written.tls(), login));
  }

  private static Optional<String> address(SettingKey at, @Nullable String written) {
    if (written == null || written.isBlank()) {
      return at.wrong("is missing; expected an address such as monitor@example.com");
    }
    return ADDRESS.matcher(written).matches()
        ? Optional.of(written)
        : at.wrong("expected an address such as monitor@example.com, but found '%s'", written);
  }
}
