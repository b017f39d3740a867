package io.goldenpath.wire.warmup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelfSignedIdentityTests {

  private static final int DNS_NAME = 2;

  @Test
  void certifiesItsHostAndItself() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    KeyPair keys = generator.generateKeyPair();

    X509Certificate certificate = SelfSignedCertificate.of("localhost", keys);

    certificate.checkValidity();
    certificate.verify(keys.getPublic());
    assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=localhost");
    assertThat(certificate.getIssuerX500Principal())
        .isEqualTo(certificate.getSubjectX500Principal());
    assertThat(certificate.getBasicConstraints()).isNotNegative();
    assertThat(certificate.getSubjectAlternativeNames())
        .containsExactly(List.of(DNS_NAME, "localhost"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void isTrustedByThoseWhoKnowIt(String version) throws Exception {
    SelfSignedIdentity identity = SelfSignedIdentity.create();

    assertThat(shakeHands(identity, identity.context(), version)).isEqualTo(version);
    assertThatThrownBy(() -> shakeHands(identity, SSLContext.getDefault(), version))
        .isInstanceOf(SSLException.class);
  }

  private static String shakeHands(SelfSignedIdentity identity, SSLContext client, String version)
      throws Exception {
    try (SSLServerSocket server =
            (SSLServerSocket)
                identity
                    .context()
                    .getServerSocketFactory()
                    .createServerSocket(0, 1, InetAddress.getLoopbackAddress());
        SSLSocket socket =
            (SSLSocket)
                client
                    .getSocketFactory()
                    .createSocket(SelfSignedIdentity.HOST, server.getLocalPort())) {
      server.setEnabledProtocols(new String[] {version});
      Thread.ofVirtual().start(() -> accept(server));
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.setSoTimeout(10_000);
      socket.startHandshake();
      return socket.getSession().getProtocol();
    }
  }

  private static void accept(SSLServerSocket server) {
    try (SSLSocket socket = (SSLSocket) server.accept()) {
      socket.startHandshake();
    } catch (IOException _) {
      // the client does not trust it
    }
  }
}
