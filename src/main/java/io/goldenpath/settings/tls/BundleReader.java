package io.goldenpath.settings.tls;

import io.goldenpath.settings.mistakes.SettingKey;
import java.security.NoSuchAlgorithmException;
import java.security.UnrecoverableKeyException;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.ssl.JksSslBundleProperties;
import org.springframework.boot.autoconfigure.ssl.PemSslBundleProperties;
import org.springframework.boot.autoconfigure.ssl.PropertiesSslBundle;
import org.springframework.boot.autoconfigure.ssl.SslBundleProperties;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.util.StringUtils;

/** Reads one bundle with its files; each problem is said at the key that causes it. */
record BundleReader(SettingKey at) {

  Optional<TlsBundle> read(PemSslBundleProperties pem) {
    boolean keys = new PemStoreChecker(at.child("keystore"), pem.getKeystore()).check(true);
    boolean trust = new PemStoreChecker(at.child("truststore"), pem.getTruststore()).check(false);
    pem.getKeystore().setVerifyKeys(StringUtils.hasText(pem.getKeystore().getPrivateKey()));
    return keys && trust ? usable(() -> PropertiesSslBundle.get(pem), pem) : Optional.empty();
  }

  Optional<TlsBundle> read(JksSslBundleProperties jks) {
    boolean keys = new KeyStoreChecker(at.child("keystore"), jks.getKeystore()).check();
    boolean trust = new KeyStoreChecker(at.child("truststore"), jks.getTruststore()).check();
    return keys && trust ? usable(() -> PropertiesSslBundle.get(jks), jks) : Optional.empty();
  }

  private Optional<TlsBundle> usable(Supplier<SslBundle> stores, SslBundleProperties written) {
    SslBundle bundle;
    try {
      bundle = stores.get();
    } catch (IllegalStateException _) {
      return at.child("keystore.private-key").wrong("does not belong to the certificate beside it");
    }
    try {
      TlsBundle usable = TlsBundle.of(bundle);
      usable.engine("localhost", 1);
      return Optional.of(usable);
    } catch (IllegalArgumentException unknown) {
      boolean cipher = String.valueOf(unknown.getMessage()).contains("CipherSuite");
      return at.child(cipher ? "options.ciphers" : "options.enabled-protocols")
          .wrong("is unknown to this JVM: %s", unknown.getMessage());
    } catch (IllegalStateException failed) {
      return unusable(failed, written);
    }
  }

  private Optional<TlsBundle> unusable(Throwable failed, SslBundleProperties written) {
    if (StoreFile.isCausedBy(NoSuchAlgorithmException.class, failed)) {
      return at.child("protocol")
          .wrong("there is no protocol '%s'; expected TLS", written.getProtocol());
    }
    return StoreFile.isCausedBy(UnrecoverableKeyException.class, failed)
        ? at.child("key.password").wrong("does not open the key in the key store")
        : at.child("key.alias")
            .wrong("there is no '%s' in the key store", written.getKey().getAlias());
  }
}
