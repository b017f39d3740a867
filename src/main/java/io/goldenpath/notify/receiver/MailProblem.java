package io.goldenpath.notify.receiver;

import io.goldenpath.model.finding.Excerpt;
import io.goldenpath.redaction.PrintableText;
import jakarta.mail.AuthenticationFailedException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/** What a mail server that did not take a mail said, and whether to ask again. */
final class MailProblem {

  private static final int FIRST_PERMANENT = 500;
  private static final Pattern CODE = Pattern.compile("^(\\d{3})[ -]");

  private MailProblem() {}

  static DeliveryResult of(MailException failure) {
    String said = said(failure);
    return causes(failure)
            .flatMap(cause -> code(cause).stream())
            .anyMatch(code -> code >= FIRST_PERMANENT)
        ? new DeliveryResult.Refused(said)
        : new DeliveryResult.Postponed(said, null);
  }

  private static String said(MailException failure) {
    String message =
        causes(failure)
            .filter(cause -> code(cause).isPresent())
            .findFirst()
            .or(() -> causes(failure).reduce((_, last) -> last))
            .map(Throwable::getMessage)
            .orElse("");
    return "the mail server did not take it: " + PrintableText.of(Excerpt.of(message));
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
