package io.goldenpath.settings.tls;

import io.goldenpath.settings.mistakes.SettingKey;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.ssl.PemSslBundleProperties.Store;
import org.springframework.boot.ssl.pem.PemSslStore;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.util.StringUtils;

/** Checks certificates and a private key in PEM, which may be files. */
record PemStoreChecker(SettingKey at, Store written) {

  /** Whether all can be read; adds a mistake where not. */
  boolean check(boolean presented) {
    boolean certificate = StringUtils.hasText(written.getCertificate());
    boolean key = StringUtils.hasText(written.getPrivateKey());
    if (presented && certificate != key) {
      return at.child(certificate ? "private-key" : "certificate")
          .wrong("is missing; to present a certificate takes it and its private key")
          .isPresent();
    }
    PemSslStore store =
        PemSslStore.load(
            new PemSslStoreDetails(
                written.getType(),
                written.getCertificate(),
                written.getPrivateKey(),
                written.getPrivateKeyPassword()));
    if (store == null) {
      return true;
    }
    boolean certificates =
        isReadable("certificate", store::certificates, "holds no certificate in PEM");
    boolean privateKey =
        isReadable(
            "private-key",
            store::privateKey,
            written.getPrivateKeyPassword() == null
                ? "holds no private key in PEM that opens without a private-key-password"
                : "holds no private key in PEM that the private-key-password opens");
    return certificates && privateKey;
  }

  private boolean isReadable(String name, Supplier<@Nullable Object> read, String problem) {
    SettingKey key = at.child(name);
    try {
      Object _ = read.get();
      return true;
    } catch (RuntimeException failed) {
      if (!StoreFile.isUnreadable(failed)) {
        key.wrong(problem);
      } else if (name.equals("certificate")) {
        key.wrong("there is no file '%s' that could be read", written.getCertificate());
      } else {
        // the value is not repeated: it may be a key without its first line
        key.wrong("is neither a private key in PEM nor a file that could be read");
      }
      return false;
    }
  }
}
