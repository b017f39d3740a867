package io.goldenpath.notify.receiver;

import io.goldenpath.model.finding.Excerpt;
import io.goldenpath.redaction.PrintableText;
import io.goldenpath.redaction.Redactor;
import io.goldenpath.settings.notify.ReceiverSettings.MailLogin;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.SendFailedException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/**
 * What a mail server that did not take a mail for everybody said, and whether to ask again.
 *
 * @param login What it may repeat of ours; null where nobody logs in.
 */
record MailProblem(MailException failure, @Nullable MailLogin login) {

  private static final int FIRST_PROBLEM = 400;
  private static final int FIRST_PERMANENT = 500;
  private static final Pattern CODE = Pattern.compile("^(\\d{3})[ -]");

  /** Mailboxes for which it may take it later, where it has said of each what is with it. */
  List<String> later() {
    return mailboxes()
        .filter(mailbox -> mailbox.getReturnCode() < FIRST_PERMANENT)
        .map(mailbox -> mailbox.getAddress().toString())
        .toList();
  }

  DeliveryResult result() {
    boolean permanent =
        later().isEmpty()
            && causes(failure)
                .flatMap(cause -> code(cause).stream())
                .anyMatch(code -> code >= FIRST_PERMANENT);
    return permanent
        ? new DeliveryResult.Refused(said())
        : new DeliveryResult.Postponed(said(), null);
  }

  private String said() {
    List<String> refused =
        mailboxes().map(mailbox -> mailbox.getAddress().toString()).distinct().toList();
    return "the mail server did not take it%s: %s%s"
        .formatted(
            refused.isEmpty() ? "" : " for " + String.join(", ", refused),
            words(),
            othersHaveIt() ? " (the others have it)" : "");
  }

  private String words() {
    String message =
        causes(failure)
            .filter(cause -> code(cause).orElse(0) >= FIRST_PROBLEM)
            .findFirst()
            .or(() -> causes(failure).reduce((_, last) -> last))
            .map(Throwable::getMessage)
            .orElse("");
    Redactor redactor = Redactor.of(login == null ? List.of() : List.of(login.password()));
    return PrintableText.of(Excerpt.of(redactor.redact(message)));
  }

  private boolean othersHaveIt() {
    return causes(failure)
        .anyMatch(cause ->
            cause instanceof SendFailedException sent
                && sent.getValidSentAddresses() != null
                && sent.getValidSentAddresses().length > 0);
  }

  private Stream<SMTPAddressFailedException> mailboxes() {
    return causes(failure)
        .filter(SMTPAddressFailedException.class::isInstance)
        .map(SMTPAddressFailedException.class::cast);
  }

  private static Stream<Throwable> causes(Throwable failure) {
    Stream<? extends Throwable> next =
        failure instanceof MailSendException send
            ? Stream.of(send.getMessageExceptions())
            : Stream.empty();
    Stream<? extends Throwable> nested =
        failure instanceof jakarta.mail.MessagingException chained
            ? Stream.ofNullable(chained.getNextException())
            : Stream.ofNullable(failure.getCause());
    return Stream.concat(
        Stream.of(failure), Stream.concat(next, nested).flatMap(MailProblem::causes));
  }

  private static Optional<Integer> code(Throwable failure) {
    return switch (failure) {
      case SMTPAddressFailedException address -> Optional.of(address.getReturnCode());
      case SMTPSendFailedException send -> Optional.of(send.getReturnCode());
      case AuthenticationFailedException login -> written(String.valueOf(login.getMessage()));
      default -> Optional.empty();
    };
  }

  private static Optional<Integer> written(String message) {
    Matcher code = CODE.matcher(message);
    return code.find() ? Optional.of(Integer.parseInt(code.group(1))) : Optional.empty();
  }
}
