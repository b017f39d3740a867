package io.goldenpath.wire.warmup;

import io.goldenpath.wire.TlsEngineFactory;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import javax.net.ssl.SSLContext;

/**
 * Key and certificate of a server for this process alone, and those who trust it: made anew each
 * time, for a key in the jar is none.
 */
record SelfSignedIdentity(SSLContext context) {

  static final String HOST = "localhost";

  /** Throws whatever its makers throw. */
  static SelfSignedIdentity create() throws Exception {
    X509Bundle identity =
        new CertificateBuilder()
            .ecp256()
            .subject("CN=" + HOST)
            .addSanDnsName(HOST)
            .setIsCertificateAuthority(true)
            .buildSelfSigned();
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(
        identity.toKeyManagerFactory().getKeyManagers(),
        identity.toTrustManagerFactory().getTrustManagers(),
        null);
    return new SelfSignedIdentity(context);
  }

  /** Trusts nobody but this identity. */
  TlsEngineFactory engines() {
    return (_, host, port) -> context.createSSLEngine(host, port);
  }
}
