package io.goldenpath.wire;

import io.goldenpath.probe.FindingKind;
import io.netty.handler.proxy.ProxyConnectException;
import io.netty.handler.ssl.NotSslRecordException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
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
    return new WireFailure(FindingKind.CONNECT_FAILED, connect(cause, where));
  }

  /** Whatever breaks a handshake, even a reset. */
  static WireFailure handshake(Throwable cause, Address address) {
    return new WireFailure(
        FindingKind.TLS_FAILED, "TLS with " + address + " failed: " + tls(cause, address.host()));
  }

  static boolean reset(Throwable cause) {
    return cause instanceof IOException && !(cause instanceof SSLException);
  }

  static boolean isTls(Throwable cause) {
    return has(cause, SSLException.class);
  }

  /** The innermost reason, in one line. */
  static String root(Throwable cause) {
    Throwable root = chain(cause).reduce(cause, (_, next) -> next);
    return Objects.requireNonNullElse(root.getMessage(), root.getClass().getSimpleName());
  }

  private static String connect(Throwable cause, String where) {
    String words = words(cause);
    if (has(cause, ProxyConnectException.class)) {
      return words.contains("status: ")
          ? "The proxy refused to connect to "
              + where
              + ": HTTP "
              + words.substring(words.indexOf("status: ") + "status: ".length())
          : "The proxy gave no usable answer to CONNECT " + where;
    }
    if (has(cause, NoRouteToHostException.class) || words.contains("unreachable")) {
      return "There is no route to " + where;
    }
    if (has(cause, ConnectException.class)) {
      return where + " refused the connection";
    }
    return where + " reset the connection";
  }

  private static String tls(Throwable cause, String host) {
    String words = words(cause).toLowerCase(Locale.ROOT);
    if (has(cause, CertificateExpiredException.class)) {
      return "its certificate has expired (" + root(cause) + ")";
    }
    if (has(cause, CertificateNotYetValidException.class)) {
      return "its certificate is not yet valid (" + root(cause) + ")";
    }
    if (words.contains("no name matching") || words.contains("no subject alternative")) {
      return "its certificate is made for another host than " + host;
    }
    if (words.contains("certification path") || words.contains("pkix path")) {
      return "its certificate is not signed by an authority that we trust";
    }
    if (words.contains("protocol_version")
        || words.contains("protocol version")
        || words.contains("no appropriate protocol")) {
      return "there is no TLS version that both sides speak";
    }
    if (words.contains("fatal alert: handshake_failure")) {
      return "there is no cipher suite that both sides speak, or it wants a client certificate";
    }
    if (words.contains("fatal alert: certificate_required")
        || words.contains("fatal alert: bad_certificate")) {
      return "it wants a client certificate, or does not take ours";
    }
    if (has(cause, NotSslRecordException.class)) {
      return "it does not speak TLS on this port";
    }
    if (has(cause, ClosedChannelException.class) || words.contains("connection closed")) {
      return "it closed the connection in the middle of the handshake";
    }
    return words.contains("connection reset")
        ? "it reset the connection in the middle of the handshake"
        : root(cause);
  }

  private static String words(Throwable cause) {
    return chain(cause)
        .map(Throwable::getMessage)
        .filter(Objects::nonNull)
        .reduce("", (all, next) -> all + " " + next);
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
