package io.goldenpath.wire.tls;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The way from a server's certificate to an authority that is trusted. What a server sends besides,
 * such as a root that another has signed across, may have expired and hinders nobody.
 *
 * @param certificates The server's own first, the authority not among them.
 */
public record CertificatePath(List<X509Certificate> certificates) {

  public CertificatePath {
    certificates = List.copyOf(certificates);
  }

  /** The shortest; ends where what was sent ends if it leads to no authority. */
  public static CertificatePath of(
      List<X509Certificate> sent, Collection<X509Certificate> authorities) {
    List<X509Certificate> path = new ArrayList<>();
    Optional<X509Certificate> next = sent.stream().findFirst();
    while (next.isPresent()) {
      X509Certificate last = next.get();
      path.add(last);
      next =
          authorities.contains(last) || issuer(last, authorities).isPresent()
              ? Optional.empty()
              : issuer(last, sent).filter(issuer -> !path.contains(issuer));
    }
    return new CertificatePath(path);
  }

  /** When the first of them ends; empty where there is none. */
  public Optional<Instant> expiry() {
    return certificates.stream()
        .map(certificate -> certificate.getNotAfter().toInstant())
        .min(Comparator.naturalOrder());
  }

  /** Of several with one key the one that is good for longest. */
  private static Optional<X509Certificate> issuer(
      X509Certificate certificate, Collection<X509Certificate> candidates) {
    return candidates.stream()
        .filter(issuer -> signed(certificate, issuer))
        .max(Comparator.comparing(X509Certificate::getNotAfter));
  }

  private static boolean signed(X509Certificate certificate, X509Certificate issuer) {
    if (!certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
      return false;
    }
    try {
      certificate.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException _) {
      return false;
    }
  }
}
