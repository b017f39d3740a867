package io.goldenpath.notify.receiver;

import io.goldenpath.settings.keys.notify.ReceiverProperties.MailTls;
import io.goldenpath.settings.notify.ReceiverSettings.MailLogin;
import io.goldenpath.settings.notify.ReceiverSettings.MailServer;
import java.time.Duration;
import java.util.Properties;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Makes what sends mails by a server of the settings, with a deadline for each wait. */
final class MailServers {

  private MailServers() {}

  static JavaMailSenderImpl sender(MailServer server, Duration longest) {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost(server.host());
    sender.setPort(server.port());
    sender.setDefaultEncoding("UTF-8");
    MailLogin login = server.login();
    if (login != null) {
      sender.setUsername(login.username());
      sender.setPassword(login.password().reveal());
    }
    Properties properties = sender.getJavaMailProperties();
    String millis = String.valueOf(longest.toMillis());
    properties.put("mail.smtp.connectiontimeout", millis);
    properties.put("mail.smtp.timeout", millis);
    properties.put("mail.smtp.writetimeout", millis);
    // one mailbox that is gone keeps nobody else from hearing
    properties.put("mail.smtp.sendpartial", "true");
    properties.put("mail.smtp.auth", String.valueOf(login != null));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.ssl.enable", String.valueOf(server.tls() == MailTls.IMPLICIT));
    boolean starttls = server.tls() == MailTls.STARTTLS;
    properties.put("mail.smtp.starttls.enable", String.valueOf(starttls));
    properties.put("mail.smtp.starttls.required", String.valueOf(starttls));
    return sender;
  }
}
