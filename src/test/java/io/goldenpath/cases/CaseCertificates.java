package io.goldenpath.cases;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Authorities of the cases, and what they have signed. */
final class CaseCertificates {

  private static final X509Bundle ROOT = authority("CN=Root of the cases").selfSigned();

  private CaseCertificates() {}

  /** Whom clients trust. */
  static List<X509Certificate> roots() {
    return List.of(ROOT.getCertificate());
  }

  static X509Bundle name(String... names) {
    Builder builder = leaf("CN=" + names[0]);
    for (String name : names) {
      builder.builder().addSanDnsName(name);
    }
    return builder.issuedBy(ROOT);
  }

  static X509Bundle address(String address) {
    Builder builder = leaf("CN=by address");
    builder.builder().addSanIpAddress(address);
    return builder.issuedBy(ROOT);
  }

  /**
   * Leaf, intermediate, and the trusted root once more, signed across by an older root that expired
   * a month ago: what is needed for the path is good, what is sent besides is not.
   */
  static X509Bundle crossSigned(String name, Duration expiredFor) {
    X509Bundle oldRoot = authority("CN=Older root of the cases").selfSigned();
    Builder cross = authority("CN=Root of the cases");
    cross
        .builder()
        .notAfter(Instant.now().minus(expiredFor))
        .publicKey(ROOT.getKeyPair().getPublic());
    X509Certificate crossed = cross.issuedBy(oldRoot).getCertificate();
    X509Bundle intermediate = authority("CN=Intermediate of the cases").issuedBy(ROOT);
    Builder builder = leaf("CN=" + name);
    builder.builder().addSanDnsName(name);
    X509Bundle leaf = builder.issuedBy(intermediate);
    X509Certificate[] sent = {leaf.getCertificate(), intermediate.getCertificate(), crossed};
    return X509Bundle.fromCertificatePath(sent, oldRoot.getCertificate(), leaf.getKeyPair());
  }

  private static Builder authority(String subject) {
    Instant now = Instant.now();
    return new Builder(
        new CertificateBuilder()
            .ecp256()
            .subject(subject)
            .setIsCertificateAuthority(true)
            .notBefore(now.minus(Duration.ofDays(400)))
            .notAfter(now.plus(Duration.ofDays(400))));
  }

  private static Builder leaf(String subject) {
    Instant now = Instant.now();
    return new Builder(
        new CertificateBuilder()
            .ecp256()
            .subject(subject)
            .notBefore(now.minus(Duration.ofDays(20)))
            .notAfter(now.plus(Duration.ofDays(90)))
            .addExtendedKeyUsageServerAuth());
  }

  private record Builder(CertificateBuilder builder) {

    X509Bundle selfSigned() {
      try {
        return builder.buildSelfSigned();
      } catch (Exception impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    X509Bundle issuedBy(X509Bundle issuer) {
      try {
        return builder.buildIssuedBy(issuer);
      } catch (Exception impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }
}
