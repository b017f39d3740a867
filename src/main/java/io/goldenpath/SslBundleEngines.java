package io.goldenpath;

import io.goldenpath.settings.tls.TlsBundle;
import io.goldenpath.wire.TlsEngineFactory;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLEngine;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.NoSuchSslBundleException;

/** TLS engines of the SSL bundles in the settings; a changed one holds from the next connect on. */
final class SslBundleEngines implements TlsEngineFactory {

  private volatile Map<String, TlsBundle> bundles;

  SslBundleEngines(Map<String, TlsBundle> bundles) {
    this.bundles = bundles;
  }

  /** Bundles that are the same keep their TLS sessions. */
  void replace(Map<String, TlsBundle> changed) {
    Map<String, TlsBundle> known = bundles;
    Map<String, TlsBundle> all = new HashMap<>();
    changed.forEach((name, bundle) -> {
      TlsBundle before = known.get(name);
      all.put(name, before != null && before.equals(bundle) ? before : bundle);
    });
    bundles = all;
  }

  @Override
  public SSLEngine create(@Nullable String name, String host, int port) {
    return name == null
        ? TlsEngineFactory.JVM.create(null, host, port)
        : bundle(name).engine(host, port);
  }

  @Override
  public List<X509Certificate> authorities(@Nullable String name) {
    return name == null ? TlsEngineFactory.JVM.authorities(null) : bundle(name).authorities();
  }

  private TlsBundle bundle(String name) {
    TlsBundle bundle = bundles.get(name);
    if (bundle == null) {
      throw new NoSuchSslBundleException(name, "the settings have no SSL bundle '" + name + "'");
    }
    return bundle;
  }
}
