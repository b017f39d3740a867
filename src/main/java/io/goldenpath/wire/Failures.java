package io.goldenpath.wire;

import io.goldenpath.probe.FindingKind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Exceptions of sockets in the words of findings. */
final class Failures {

  private Failures() {}

  static WireFailure of(Throwable cause, String where) {
    if (has(cause, UnknownHostException.class)) {
      return new WireFailure(FindingKind.DNS_FAILED, "The name of " + where + " does not resolve");
    }
    if (has(cause, SSLException.class) || has(cause, CertificateException.class)) {
      return new WireFailure(
          FindingKind.TLS_FAILED, "TLS with " + where + " failed: " + tls(cause));
    }
    if (has(cause, NoRouteToHostException.class)) {
      return new WireFailure(FindingKind.CONNECT_FAILED, "There is no route to " + where);
    }
    if (has(cause, ConnectException.class)) {
      return new WireFailure(FindingKind.CONNECT_FAILED, where + " refused the connection");
    }
    return new WireFailure(FindingKind.CONNECT_FAILED, where + " reset the connection");
  }

  static boolean reset(Throwable cause) {
    return cause instanceof IOException && !(cause instanceof SSLException);
  }

  private static String tls(Throwable cause) {
    String words = words(cause);
    if (has(cause, CertificateExpiredException.class)) {
      return "its certificate has expired";
    }
    if (has(cause, CertificateNotYetValidException.class)) {
      return "its certificate is not yet valid";
    }
    if (words.contains("no name matching") || words.contains("no subject alternative")) {
      return "its certificate is made for another host";
    }
    if (words.contains("unable to find valid certification path")) {
      return "its certificate is not signed by an authority that we trust";
    }
    if (words.contains("protocol_version") || words.contains("no appropriate protocol")) {
      return "there is no TLS version that both sides speak";
    }
    if (words.contains("not an ssl/tls record")) {
      return "it does not speak TLS on this port";
    }
    return Objects.requireNonNullElse(cause.getMessage(), "the handshake broke off");
  }

  private static String words(Throwable cause) {
    return chain(cause)
        .map(Throwable::getMessage)
        .filter(Objects::nonNull)
        .reduce("", (all, next) -> all + " " + next)
        .toLowerCase(Locale.ROOT);
  }

  private static boolean has(Throwable cause, Class<? extends Throwable> type) {
    return chain(cause).anyMatch(type::isInstance);
  }

  private static Stream<Throwable> chain(Throwable cause) {
    return Stream.<@Nullable Throwable>iterate(
            cause, Objects::nonNull, next -> next == null ? null : next.getCause())
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .limit(20);
  }
}
