package io.goldenpath.settings.tls;

import io.goldenpath.settings.mistakes.SettingKey;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.NoSuchProviderException;
import java.security.UnrecoverableKeyException;
import org.springframework.boot.autoconfigure.ssl.JksSslBundleProperties.Store;
import org.springframework.boot.ssl.jks.JksSslStoreBundle;
import org.springframework.boot.ssl.jks.JksSslStoreDetails;
import org.springframework.util.StringUtils;

/** Checks a key store, JKS or PKCS12. */
record KeyStoreChecker(SettingKey at, Store written) {

  /** Whether it can be read and holds anything; adds a mistake where not. */
  boolean check() {
    JksSslStoreDetails details =
        new JksSslStoreDetails(
            written.getType(), written.getProvider(), written.getLocation(), written.getPassword());
    try {
      KeyStore store = new JksSslStoreBundle(details, null).getKeyStore();
      if (store == null) {
        return written.getPassword() == null || missing();
      }
      if (!TlsBundle.certificates(store).isEmpty()) {
        return true;
      }
      at.child("location")
          .wrong(
              "'%s' holds no certificate%s",
              written.getLocation(),
              written.getPassword() == null ? " that could be read without a password" : "");
    } catch (RuntimeException failed) {
      report(failed);
    }
    return false;
  }

  private boolean missing() {
    return at.child("location").wrong("is missing: the file of the store").isPresent();
  }

  private void report(RuntimeException failed) {
    SettingKey location = at.child("location");
    if (!StringUtils.hasText(written.getLocation())) {
      missing();
    } else if (StoreFile.isCausedBy(KeyStoreException.class, failed)) {
      at.child("type")
          .wrong("there is no type of stores '%s'; expected JKS or PKCS12", written.getType());
    } else if (StoreFile.isCausedBy(NoSuchProviderException.class, failed)) {
      at.child("provider").wrong("there is no provider '%s'", written.getProvider());
    } else if (StoreFile.isUnreadable(failed)) {
      location.wrong("there is no file '%s' that could be read", written.getLocation());
    } else if (StoreFile.isCausedBy(UnrecoverableKeyException.class, failed)) {
      at.child("password").wrong("does not open '%s'", written.getLocation());
    } else {
      location.wrong("'%s' is no key store, or of another type", written.getLocation());
    }
  }
}
