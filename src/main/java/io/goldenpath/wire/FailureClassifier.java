package io.goldenpath.wire;

import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.target.AddressChoice;
import io.goldenpath.wire.address.DeadAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

  static WireException lookupFailure(Throwable cause, String name) {
    return hasCause(cause, UnknownHostException.class)
        ? dnsFailed(name + " does not resolve")
        : dnsFailed(name + " could not be looked up: " + rootMessage(cause));
  }

  static WireException noneChosen(String name, AddressChoice choice, List<InetAddress> all) {
    return dnsFailed(
        "%s has no address that 'addresses: %s' allows; it has %s"
            .formatted(
                name,
                choice.name().toLowerCase(Locale.ROOT),
                all.stream().map(DeadAddress::text).collect(Collectors.joining(", "))));
  }

  private static WireException dnsFailed(String what) {
    return new WireException(FindingKind.DNS_FAILED, "The name of " + what);
  }

  /** Where there was but one address, what it did; else what each has done. */
  static WireException noneAnswered(
      String hop, List<InetAddress> addresses, List<DeadAddress> dead, boolean late) {
    FindingKind kind = late ? FindingKind.TIMED_OUT : FindingKind.CONNECT_FAILED;
    if (addresses.size() > 1) {
      return new WireException(
          kind,
          "No address of %s answers: %s"
              .formatted(
                  hop,
                  dead.stream()
                      .map(one -> one.address() + " " + one.seen())
                      .collect(Collectors.joining("; "))));
    }
    return new WireException(
        kind,
        late
            ? "The TCP connection to " + hop + " was not answered in time"
            : capitalised(hop) + at(hop, dead.getFirst()) + " " + dead.getFirst().seen());
  }

  private static String at(String hop, DeadAddress dead) {
    return hop.contains(dead.address()) ? "" : " (" + dead.address() + ")";
  }

  static WireException tunnelFailure(Throwable cause, String proxy, ServerAddress address) {
    String seen = rootMessage(cause);
    int status = seen.indexOf(PROXY_STATUS);
    if (status < 0) {
      return new WireException(
          FindingKind.CONNECT_FAILED,
          capitalised(proxy) + " gave no usable answer to CONNECT " + address);
    }
    return new WireException.ProxyRefusal(
        capitalised(proxy), address, seen.substring(status + PROXY_STATUS.length()));
  }

  private static String capitalised(String text) {
    return text.startsWith("the ") ? "The " + text.substring(4) : text;
  }

  /** {@code name} is what the certificate must have. */
  public static WireException tlsFailure(Throwable cause, ServerAddress address, String name) {
    String seen = seen(cause);
    String reason =
        TLS_REASONS.stream()
            .filter(one -> Pattern.compile("(?i)" + one.seen()).matcher(seen).find())
            .findFirst()
            .map(one -> one.text().formatted(rootMessage(cause), name))
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
