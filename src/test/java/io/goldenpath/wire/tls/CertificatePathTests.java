package io.goldenpath.wire.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which of the certificates that were sent count. */
class CertificatePathTests {

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private final X509Bundle root = authority("root", 400).buildSelfSigned();
  private final X509Bundle intermediate = authority("intermediate", 200).buildIssuedBy(root);
  private final X509Bundle leaf = leaf(90).buildIssuedBy(intermediate);

  CertificatePathTests() throws Exception {}

  @Test
  void leadsFromTheLeafToTheAuthority() {
    assertPath(List.of(leaf, intermediate), leaf, intermediate);
    assertPath(List.of(leaf, intermediate, root), leaf, intermediate);
    assertPath(List.of(leaf, root, intermediate), leaf, intermediate);
    assertThat(expiry(List.of(leaf, intermediate))).isEqualTo(in(90));
  }

  @Test
  void endsWithTheFirstToEnd() throws Exception {
    X509Bundle longer = leaf(300).buildIssuedBy(intermediate);

    assertThat(expiry(List.of(longer, intermediate))).isEqualTo(in(200));
  }

  @Test
  void leavesOutWhatAnExpiredRootSignedAcross() throws Exception {
    X509Bundle older = authority("older root", -30).buildSelfSigned();
    X509Bundle crossed =
        authority("root", -30).publicKey(root.getKeyPair().getPublic()).buildIssuedBy(older);

    assertPath(List.of(leaf, intermediate, crossed), leaf, intermediate);
    assertPath(List.of(leaf, intermediate, crossed, older), leaf, intermediate);
    assertThat(expiry(List.of(leaf, intermediate, crossed))).isEqualTo(in(90));
  }

  @Test
  void takesTheYoungestOfOneKey() throws Exception {
    X509Bundle old =
        authority("intermediate", -1)
            .publicKey(intermediate.getKeyPair().getPublic())
            .buildIssuedBy(root);

    assertPath(List.of(leaf, old, intermediate), leaf, intermediate);
  }

  @Test
  void leavesOutAnIssuerOfThatNameWithAnotherKey() throws Exception {
    X509Bundle namesake = authority("intermediate", 20).buildIssuedBy(root);

    assertPath(List.of(leaf, namesake, intermediate), leaf, intermediate);
  }

  @Test
  void endsAtACertificateThatIsTrustedItself() throws Exception {
    X509Bundle own = authority("own", 10).buildSelfSigned();

    assertThat(CertificatePath.of(certificates(List.of(own)), certificates(List.of(own))).expiry())
        .contains(in(10));
    assertThat(
            CertificatePath.of(
                    certificates(List.of(leaf, intermediate)), certificates(List.of(leaf)))
                .certificates())
        .containsExactly(leaf.getCertificate());
  }

  @Test
  void endsWhereNothingLeadsOn() {
    assertThat(CertificatePath.of(certificates(List.of(leaf, root)), List.of()).certificates())
        .containsExactly(leaf.getCertificate());
    assertThat(CertificatePath.of(certificates(List.of(leaf, intermediate, root)), List.of()))
        .extracting(path -> path.certificates().size())
        .isEqualTo(3);
    assertThat(CertificatePath.of(List.of(), List.of()).expiry()).isEmpty();
  }

  private void assertPath(List<X509Bundle> sent, X509Bundle... path) {
    assertThat(CertificatePath.of(certificates(sent), certificates(List.of(root))).certificates())
        .containsExactlyElementsOf(certificates(List.of(path)));
  }

  private Instant expiry(List<X509Bundle> sent) {
    return CertificatePath.of(certificates(sent), certificates(List.of(root)))
        .expiry()
        .orElseThrow();
  }

  private static List<X509Certificate> certificates(List<X509Bundle> bundles) {
    return bundles.stream().map(X509Bundle::getCertificate).toList();
  }

  private Instant in(int days) {
    return now.plus(Duration.ofDays(days));
  }

  private CertificateBuilder authority(String name, int days) {
    return certificate(name, days).setIsCertificateAuthority(true);
  }

  private CertificateBuilder leaf(int days) {
    return certificate("leaf", days);
  }

  private CertificateBuilder certificate(String name, int days) {
    return new CertificateBuilder()
        .ecp256()
        .subject("CN=" + name)
        .notBefore(now.minus(Duration.ofDays(800)))
        .notAfter(in(days));
  }
}
