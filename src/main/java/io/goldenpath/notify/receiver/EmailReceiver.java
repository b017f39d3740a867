package io.goldenpath.notify.receiver;

import io.goldenpath.notify.message.Notice;
import io.goldenpath.notify.message.NoticeKind;
import io.goldenpath.notify.message.NoticePlace;
import io.goldenpath.notify.message.NoticeText;
import io.goldenpath.notify.message.NoticeWriter;
import io.goldenpath.settings.notify.ReceiverSettings;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Date;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Mailboxes, each message once as text and once as HTML; one thread for what belongs together. */
record EmailReceiver(ReceiverSettings.Email settings, NoticePlace place, JavaMailSenderImpl sender)
    implements Receiver {

  private static final Set<NoticeKind> UNHEARD =
      EnumSet.of(NoticeKind.ACKNOWLEDGED, NoticeKind.REFRESHED);

  @Override
  public boolean takes(Notice notice) {
    return !UNHEARD.contains(notice.kind());
  }

  @Override
  public DeliveryResult deliver(Notice notice) {
    try {
      sender.send(message(notice));
      return new DeliveryResult.Delivered("the mail server took it");
    } catch (MailException failed) {
      return MailProblem.of(failed);
    } catch (MessagingException unwritable) {
      return new DeliveryResult.Refused("the mail cannot be written: " + unwritable.getMessage());
    }
  }

  private MimeMessage message(Notice notice) throws MessagingException {
    NoticeText text = new NoticeWriter(place).write(notice);
    MimeMessage message = new IdentifiedMail(sender.getSession(), id(notice.id()));
    MimeMessageHelper mail = new MimeMessageHelper(message, true, "UTF-8");
    mail.setFrom(settings.from());
    mail.setTo(settings.to().toArray(String[]::new));
    mail.setSubject(text.title());
    mail.setSentDate(Date.from(notice.at()));
    mail.setText(text.plain(), MailHtml.of(text));
    message.setHeader("Auto-Submitted", "auto-generated");
    if (!notice.thread().equals(notice.id())) {
      message.setHeader("In-Reply-To", id(notice.thread()));
      message.setHeader("References", id(notice.thread()));
    }
    return message;
  }

  /** By which mail programs know one that came twice, and what it belongs to. */
  private String id(String notice) {
    return "<%s@%s>".formatted(notice, settings.from().substring(settings.from().indexOf('@') + 1));
  }
}
