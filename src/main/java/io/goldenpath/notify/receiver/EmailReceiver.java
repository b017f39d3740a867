package io.goldenpath.notify.receiver;

import io.goldenpath.notify.message.Notice;
import io.goldenpath.notify.message.NoticePlace;
import io.goldenpath.notify.message.NoticeText;
import io.goldenpath.notify.message.NoticeWriter;
import io.goldenpath.settings.notify.ReceiverSettings;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Mailboxes, each message once as text and once as HTML; one thread for what belongs together. */
final class EmailReceiver implements Receiver {

  private final ReceiverSettings.Email settings;
  private final NoticePlace place;
  private final JavaMailSenderImpl sender;
  private final Duration longest;
  private volatile @Nullable Rest rest;

  /** Mailboxes that have not got a message which others have. */
  private record Rest(String notice, List<String> to) {}

  /** A mail takes at most this long, however slowly its server speaks. */
  EmailReceiver(
      ReceiverSettings.Email settings,
      NoticePlace place,
      JavaMailSenderImpl sender,
      Duration longest) {
    this.settings = settings;
    this.place = place;
    this.sender = sender;
    this.longest = longest;
  }

  @Override
  public boolean takes(Notice notice) {
    return notice.kind().forPeople();
  }

  @Override
  public DeliveryResult deliver(Notice notice) throws InterruptedException {
    FutureTask<DeliveryResult> sending = new FutureTask<>(() -> send(notice));
    Thread.ofVirtual().name("notify-mail").start(sending);
    try {
      return sending.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      return new DeliveryResult.Postponed(
          "did not take the mail within %d s".formatted(longest.toSeconds()), null);
    } catch (ExecutionException ours) {
      throw new IllegalStateException("the mail could not be made", ours.getCause());
    } finally {
      sending.cancel(true);
    }
  }

  private DeliveryResult send(Notice notice) {
    Rest known = rest;
    boolean again = known != null && known.notice().equals(notice.id());
    List<String> to = known != null && again ? known.to() : settings.to();
    try {
      sender.send(message(notice, to));
      return new DeliveryResult.Delivered("the mail server took it");
    } catch (MailException failed) {
      MailProblem problem = new MailProblem(failed, settings.server().login());
      List<String> later = problem.later();
      rest = later.isEmpty() ? null : new Rest(notice.id(), later);
      return problem.result();
    } catch (MessagingException unwritable) {
      return new DeliveryResult.Refused("the mail cannot be written: " + unwritable.getMessage());
    }
  }

  private MimeMessage message(Notice notice, List<String> to) throws MessagingException {
    NoticeText text = new NoticeWriter(place).write(notice);
    MimeMessage message = new IdentifiedMail(sender.getSession(), id(notice.id()));
    MimeMessageHelper mail = new MimeMessageHelper(message, true, "UTF-8");
    mail.setFrom(settings.from());
    mail.setTo(to.toArray(String[]::new));
    mail.setSubject(text.title());
    mail.setSentDate(Date.from(notice.sent()));
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
