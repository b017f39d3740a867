package io.goldenpath.wire.tls;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Certificates of authorities that are trusted. */
public final class Authorities {

  private Authorities() {}

  /** Of the JVM's own trust store, which is read once. */
  public static List<X509Certificate> ofJvm() {
    return Jvm.ALL;
  }

  public static List<X509Certificate> of(TrustManager... trust) {
    return Stream.of(trust)
        .filter(X509TrustManager.class::isInstance)
        .flatMap(one -> Arrays.stream(((X509TrustManager) one).getAcceptedIssuers()))
        .toList();
  }

  private static final class Jvm {

    static final List<X509Certificate> ALL = read();

    private static List<X509Certificate> read() {
      try {
        TrustManagerFactory factory =
            TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        return of(factory.getTrustManagers());
      } catch (GeneralSecurityException unusable) {
        throw new IllegalStateException("The JVM's own trust store cannot be read", unusable);
      }
    }
  }
}
