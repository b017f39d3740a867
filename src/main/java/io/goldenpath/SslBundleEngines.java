package io.goldenpath;

import io.goldenpath.wire.TlsEngineFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.SslOptions;

/** TLS engines of Spring's SSL bundles; a reloaded bundle takes effect at the next connect. */
final class SslBundleEngines implements TlsEngineFactory {

  private final SslBundles bundles;
  private final Map<String, SSLContext> contexts = new ConcurrentHashMap<>();

  SslBundleEngines(SslBundles bundles) {
    this.bundles = bundles;
  }

  @Override
  public SSLEngine create(@Nullable String bundle, String host, int port) {
    if (bundle == null) {
      return TlsEngineFactory.JVM.create(null, host, port);
    }
    SSLEngine engine = contexts.computeIfAbsent(bundle, this::context).createSSLEngine(host, port);
    SslOptions options = bundles.getBundle(bundle).getOptions();
    if (options.getCiphers() != null) {
      engine.setEnabledCipherSuites(options.getCiphers());
    }
    if (options.getEnabledProtocols() != null) {
      engine.setEnabledProtocols(options.getEnabledProtocols());
    }
    return engine;
  }

  private SSLContext context(String name) {
    bundles.addBundleUpdateHandler(name, _ -> contexts.remove(name));
    return bundles.getBundle(name).createSslContext();
  }
}
