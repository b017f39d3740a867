package io.goldenpath.wire.connection;

import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.jspecify.annotations.Nullable;

/** Makes engines of TLS connections. Host names are verified by the wire. */
@FunctionalInterface
public interface TlsEngineFactory {

  /** Engines that trust whom the JVM trusts, and know no bundle. */
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

  /** A new engine for one connection, with the certificates of this bundle; of the JVM for null. */
  SSLEngine create(@Nullable String bundle, String host, int port);
}
