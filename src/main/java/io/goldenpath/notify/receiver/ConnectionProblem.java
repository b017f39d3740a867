package io.goldenpath.notify.receiver;

import io.goldenpath.model.finding.Excerpt;
import io.goldenpath.redaction.PrintableText;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why nobody answered, in words and without the address, which may be secret. */
final class ConnectionProblem {

  private ConnectionProblem() {}

  static String of(@Nullable Throwable failure) {
    return switch (failure) {
      case HttpConnectTimeoutException _ -> "no connection in time";
      case ConnectException refused when unresolved(refused) -> "its name is not known";
      case UnknownHostException _ -> "its name is not known";
      case ConnectException _ -> "connection refused";
      case SSLException tls -> "TLS failed: " + words(tls);
      case null -> "no answer";
      default -> "the connection failed: " + words(failure);
    };
  }

  private static boolean unresolved(Throwable failure) {
    return failure.getCause() instanceof UnresolvedAddressException
        || (failure.getCause() != null && unresolved(failure.getCause()));
  }

  private static String words(Throwable failure) {
    String message = failure.getMessage();
    return message == null
        ? failure.getClass().getSimpleName()
        : PrintableText.of(Excerpt.of(message));
  }
}
