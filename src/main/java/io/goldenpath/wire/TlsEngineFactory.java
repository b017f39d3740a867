package io.goldenpath.wire;

import io.goldenpath.wire.tls.Authorities;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.jspecify.annotations.Nullable;

/** Makes TLS engines; the wire client adds the verification of host names. */
@FunctionalInterface
public interface TlsEngineFactory {

  /** Trusts whom the JVM trusts, and knows no bundle. */
  TlsEngineFactory JVM =
      (bundle, host, port) -> {
        if (bundle != null) {
          throw new IllegalArgumentException("there is no SSL bundle '" + bundle + "'");
        }
        try {
          return SSLContext.getDefault().createSSLEngine(host, port);
        } catch (NoSuchAlgorithmException unusable) {
          throw new IllegalStateException("The JVM's own TLS cannot be used", unusable);
        }
      };

  /** Uses the JVM's certificates where the bundle is null. */
  SSLEngine create(@Nullable String bundle, String host, int port);

  /** Whom such engines trust. */
  default List<X509Certificate> authorities(@Nullable String bundle) {
    return Authorities.ofJvm();
  }
}
