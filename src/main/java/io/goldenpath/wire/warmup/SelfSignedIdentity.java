package io.goldenpath.wire.warmup;

import io.goldenpath.wire.TlsEngineFactory;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.spec.ECGenParameterSpec;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Key and certificate of a server for this process alone, and those who trust it: made anew each
 * time, for a key in the jar is none.
 */
record SelfSignedIdentity(SSLContext context) {

  static final String HOST = "localhost";

  static SelfSignedIdentity create() throws GeneralSecurityException, IOException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair keys = generator.generateKeyPair();
    Certificate[] chain = {SelfSignedCertificate.of(HOST, keys)};
    char[] password = new char[0];
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, password);
    store.setKeyEntry(HOST, keys.getPrivate(), password, chain);
    store.setCertificateEntry("authority", chain[0]);
    KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
    own.init(store, password);
    TrustManagerFactory trusted = TrustManagerFactory.getInstance("PKIX");
    trusted.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
    return new SelfSignedIdentity(context);
  }

  /** Trusts nobody but this identity. */
  TlsEngineFactory engines() {
    return (_, host, port) -> context.createSSLEngine(host, port);
  }
}
