package io.goldenpath.wire;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManager;

/** An authority of the test's own, and what it signs. */
public final class TestCertificates {

  private final Instant now = Instant.now();
  private final X509Bundle authority;

  public TestCertificates() throws Exception {
    authority =
        new CertificateBuilder()
            .ecp256()
            .subject("CN=Authority of the test")
            .setIsCertificateAuthority(true)
            .notBefore(now.minus(Duration.ofDays(100)))
            .notAfter(now.plus(Duration.ofDays(100)))
            .buildSelfSigned();
  }

  /** A certificate for localhost, good for ten days, changed like this. */
  public X509Bundle issue(UnaryOperator<CertificateBuilder> change) throws Exception {
    return change
        .apply(
            new CertificateBuilder()
                .ecp256()
                .subject("CN=localhost")
                .addSanDnsName("localhost")
                .notBefore(now.minus(Duration.ofDays(10)))
                .notAfter(now.plus(Duration.ofDays(10)))
                .addExtendedKeyUsageServerAuth())
        .buildIssuedBy(authority);
  }

  public X509Bundle authority() {
    return authority;
  }

  public String rootPem() {
    return authority.getCertificatePEM();
  }

  public Instant now() {
    return now;
  }

  /** A listener with this certificate that speaks these versions. */
  public static ServerSocket listener(X509Bundle certificate, String... versions) throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(certificate.toKeyManagerFactory().getKeyManagers(), null, null);
    SSLServerSocket listener = (SSLServerSocket) server(context);
    listener.setEnabledProtocols(versions);
    return listener;
  }

  private static ServerSocket server(SSLContext context) throws IOException {
    return context
        .getServerSocketFactory()
        .createServerSocket(0, 100, InetAddress.getLoopbackAddress());
  }

  /** Engines that trust this authority, and speak these versions where any are given. */
  public TlsEngineFactory engines(String... versions) throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {authority.toTrustManager()}, null);
    return (bundle, host, port) -> {
      SSLEngine engine = context.createSSLEngine(host, port);
      if (versions.length > 0) {
        engine.setEnabledProtocols(versions);
      }
      return engine;
    };
  }
}
