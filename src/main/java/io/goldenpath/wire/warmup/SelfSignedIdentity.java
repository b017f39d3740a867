package io.goldenpath.wire.warmup;

import io.goldenpath.wire.TlsEngineFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.util.HexFormat;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Key and certificate of a server for this process alone, and those who trust it: made anew each
 * time, for the JDK has no public call that makes a certificate, and a key in the jar is none.
 */
record SelfSignedIdentity(SSLContext context) {

  static final String HOST = "localhost";

  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int INTEGER = 0x02;
  private static final int BIT_STRING = 0x03;
  private static final int UTF8_STRING = 0x0c;
  private static final int GENERALIZED_TIME = 0x18;
  private static final byte[] COMMON_NAME = HexFormat.of().parseHex("0603550403");
  private static final byte[] ECDSA_WITH_SHA256 =
      HexFormat.of().parseHex("300a06082a8648ce3d040302");

  static SelfSignedIdentity create() throws GeneralSecurityException, IOException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair keys = generator.generateKeyPair();
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    Certificate certificate = certificate(keys);
    store.setKeyEntry("key", keys.getPrivate(), new char[0], new Certificate[] {certificate});
    store.setCertificateEntry("root", certificate);
    KeyManagerFactory owner =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    owner.init(store, new char[0]);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(owner.getKeyManagers(), trust.getTrustManagers(), null);
    return new SelfSignedIdentity(context);
  }

  /** Trusts nobody but this identity. */
  TlsEngineFactory engines() {
    return (_, host, port) -> context.createSSLEngine(host, port);
  }

  private static Certificate certificate(KeyPair keys) throws GeneralSecurityException {
    byte[] name =
        der(
            SEQUENCE,
            der(
                SET,
                der(
                    SEQUENCE,
                    COMMON_NAME,
                    der(UTF8_STRING, HOST.getBytes(StandardCharsets.US_ASCII)))));
    byte[] content =
        der(
            SEQUENCE,
            der(INTEGER, new byte[] {1}),
            ECDSA_WITH_SHA256,
            name,
            der(SEQUENCE, time("20000101000000Z"), time("20991231235959Z")),
            name,
            keys.getPublic().getEncoded());
    byte[] whole =
        der(
            SEQUENCE,
            content,
            ECDSA_WITH_SHA256,
            der(BIT_STRING, new byte[] {0}, signature(keys.getPrivate(), content)));
    return CertificateFactory.getInstance("X.509")
        .generateCertificate(new ByteArrayInputStream(whole));
  }

  private static byte[] signature(PrivateKey key, byte[] content) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(key);
    signature.update(content);
    return signature.sign();
  }

  private static byte[] time(String text) {
    return der(GENERALIZED_TIME, text.getBytes(StandardCharsets.US_ASCII));
  }

  /** Tag, length in two octets, and these parts. */
  private static byte[] der(int tag, byte[]... parts) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      body.writeBytes(part);
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write(tag);
    if (body.size() < 0x80) {
      whole.write(body.size());
    } else {
      whole.writeBytes(new byte[] {(byte) 0x82, (byte) (body.size() >> 8), (byte) body.size()});
    }
    whole.writeBytes(body.toByteArray());
    return whole.toByteArray();
  }
}
