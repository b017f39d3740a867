package io.goldenpath.wire;

import io.goldenpath.model.finding.FindingKind;
import io.netty.handler.proxy.ProxyConnectException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;

/** Classifies the exceptions of sockets as findings. */
final class FailureClassifier {

  private static final String PROXY_STATUS = "status: ";

  /** Tried in order. Placeholders: the innermost message, the host. */
  private static final List<TlsReason> TLS_REASONS =
      List.of(
          new TlsReason("CertificateExpired", "its certificate has expired (%1$s)"),
          new TlsReason("CertificateNotYetValid", "its certificate is not yet valid (%1$s)"),
          new TlsReason(
              "no name matching|no subject alternative",
              "its certificate is made for another host than %2$s"),
          new TlsReason(
              "certification path|PKIX path",
              "its certificate is not signed by an authority that we trust"),
          new TlsReason(
              "protocol[_ ]version|no appropriate protocol",
              "there is no TLS version that both sides speak"),
          new TlsReason(
              "fatal alert: handshake_failure",
              "there is no cipher suite that both sides speak, or it wants a client certificate"),
          new TlsReason(
              "fatal alert: (certificate_required|bad_certificate)",
              "it wants a client certificate, or does not take ours"),
          new TlsReason("NotSslRecord", "it does not speak TLS on this port"),
          new TlsReason(
              "ClosedChannel|connection closed",
              "it closed the connection in the middle of the handshake"),
          new TlsReason(
              "connection reset", "it reset the connection in the middle of the handshake"),
          new TlsReason("", "%1$s"));

  private FailureClassifier() {}

  /** What the exceptions of a failed handshake say: the JDK has one type for most reasons. */
  private record TlsReason(String seen, String text) {}

  static WireException connectFailure(Throwable cause, String where) {
    return hasCause(cause, UnknownHostException.class)
        ? new WireException(FindingKind.DNS_FAILED, "The name of " + where + " does not resolve")
        : new WireException(FindingKind.CONNECT_FAILED, connectReason(cause, where));
  }

  public static WireException tlsFailure(Throwable cause, ServerAddress address) {
    String seen = seen(cause);
    String reason =
        TLS_REASONS.stream()
            .filter(one -> Pattern.compile("(?i)" + one.seen()).matcher(seen).find())
            .findFirst()
            .map(one -> one.text().formatted(rootMessage(cause), address.host()))
            .orElseThrow();
    return new WireException(FindingKind.TLS_FAILED, "TLS with " + address + " failed: " + reason);
  }

  public static boolean isReset(Throwable cause) {
    return cause instanceof IOException && !(cause instanceof SSLException);
  }

  public static boolean isTls(Throwable cause) {
    return hasCause(cause, SSLException.class);
  }

  public static String rootMessage(Throwable cause) {
    Throwable root = causes(cause).getLast();
    return Objects.requireNonNullElse(root.getMessage(), root.getClass().getSimpleName());
  }

  private static String connectReason(Throwable cause, String where) {
    String seen = seen(cause);
    if (hasCause(cause, ProxyConnectException.class)) {
      int status = seen.indexOf(PROXY_STATUS);
      return status < 0
          ? "The proxy gave no usable answer to CONNECT " + where
          : "The proxy refused to connect to %s: HTTP %s"
              .formatted(where, seen.substring(status + PROXY_STATUS.length()));
    }
    if (hasCause(cause, NoRouteToHostException.class) || seen.contains("unreachable")) {
      return "There is no route to " + where;
    }
    String how = hasCause(cause, ConnectException.class) ? "refused" : "reset";
    return where + " " + how + " the connection";
  }

  /** Types and messages of all causes. */
  private static String seen(Throwable cause) {
    return causes(cause).stream().map(Throwable::toString).collect(Collectors.joining(" "));
  }

  private static boolean hasCause(Throwable cause, Class<? extends Throwable> type) {
    return causes(cause).stream().anyMatch(type::isInstance);
  }

  private static List<Throwable> causes(Throwable cause) {
    List<Throwable> causes = new ArrayList<>();
    for (Throwable next = cause; next != null && causes.size() < 20; next = next.getCause()) {
      causes.add(next);
    }
    return causes;
  }
}
