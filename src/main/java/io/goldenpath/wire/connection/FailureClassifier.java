package io.goldenpath.wire.connection;

import io.goldenpath.model.finding.FindingKind;
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
public final class FailureClassifier {

  private FailureClassifier() {}

  static WireFailure connectFailure(Throwable cause, String where) {
    if (hasCause(cause, UnknownHostException.class)) {
      return new WireFailure(FindingKind.DNS_FAILED, "The name of " + where + " does not resolve");
    }
    return new WireFailure(FindingKind.CONNECT_FAILED, connectReason(cause, where));
  }

  /** Whatever breaks a handshake, even a reset. */
  public static WireFailure tlsFailure(Throwable cause, ServerAddress address) {
    return new WireFailure(
        FindingKind.TLS_FAILED,
        "TLS with " + address + " failed: " + tlsReason(cause, address.host()));
  }

  public static boolean isReset(Throwable cause) {
    return cause instanceof IOException && !(cause instanceof SSLException);
  }

  public static boolean isTls(Throwable cause) {
    return hasCause(cause, SSLException.class);
  }

  /** The innermost reason, in one line. */
  public static String rootMessage(Throwable cause) {
    Throwable root = causes(cause).reduce(cause, (_, next) -> next);
    return Objects.requireNonNullElse(root.getMessage(), root.getClass().getSimpleName());
  }

  private static String connectReason(Throwable cause, String where) {
    String messages = messages(cause);
    if (hasCause(cause, ProxyConnectException.class)) {
      return messages.contains("status: ")
          ? "The proxy refused to connect to "
              + where
              + ": HTTP "
              + messages.substring(messages.indexOf("status: ") + "status: ".length())
          : "The proxy gave no usable answer to CONNECT " + where;
    }
    if (hasCause(cause, NoRouteToHostException.class) || messages.contains("unreachable")) {
      return "There is no route to " + where;
    }
    if (hasCause(cause, ConnectException.class)) {
      return where + " refused the connection";
    }
    return where + " reset the connection";
  }

  private static String tlsReason(Throwable cause, String host) {
    String messages = messages(cause).toLowerCase(Locale.ROOT);
    if (hasCause(cause, CertificateExpiredException.class)) {
      return "its certificate has expired (" + rootMessage(cause) + ")";
    }
    if (hasCause(cause, CertificateNotYetValidException.class)) {
      return "its certificate is not yet valid (" + rootMessage(cause) + ")";
    }
    if (messages.contains("no name matching") || messages.contains("no subject alternative")) {
      return "its certificate is made for another host than " + host;
    }
    if (messages.contains("certification path") || messages.contains("pkix path")) {
      return "its certificate is not signed by an authority that we trust";
    }
    if (messages.contains("protocol_version")
        || messages.contains("protocol version")
        || messages.contains("no appropriate protocol")) {
      return "there is no TLS version that both sides speak";
    }
    if (messages.contains("fatal alert: handshake_failure")) {
      return "there is no cipher suite that both sides speak, or it wants a client certificate";
    }
    if (messages.contains("fatal alert: certificate_required")
        || messages.contains("fatal alert: bad_certificate")) {
      return "it wants a client certificate, or does not take ours";
    }
    if (hasCause(cause, NotSslRecordException.class)) {
      return "it does not speak TLS on this port";
    }
    if (hasCause(cause, ClosedChannelException.class) || messages.contains("connection closed")) {
      return "it closed the connection in the middle of the handshake";
    }
    return messages.contains("connection reset")
        ? "it reset the connection in the middle of the handshake"
        : rootMessage(cause);
  }

  private static String messages(Throwable cause) {
    return causes(cause)
        .map(Throwable::getMessage)
        .filter(Objects::nonNull)
        .reduce("", (all, next) -> all + " " + next);
  }

  private static boolean hasCause(Throwable cause, Class<? extends Throwable> type) {
    return causes(cause).anyMatch(type::isInstance);
  }

  private static Stream<Throwable> causes(Throwable cause) {
    return Stream.<@Nullable Throwable>iterate(
            cause, Objects::nonNull, next -> next == null ? null : next.getCause())
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .limit(20);
  }
}
