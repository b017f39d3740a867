package io.goldenpath.settings.tls;

import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslOptions;

/** An SSL bundle that can be used; equal to another that trusts and presents the same. */
public final class TlsBundle {

  private final SSLContext context;
  private final SslOptions options;
  private final List<X509Certificate> authorities;
  private final List<Object> content;

  private TlsBundle(SslBundle bundle) {
    this.context = bundle.createSslContext();
    this.options = bundle.getOptions();
    this.authorities =
        Stream.of(bundle.getManagers().getTrustManagers())
            .filter(X509TrustManager.class::isInstance)
            .flatMap(trust -> Arrays.stream(((X509TrustManager) trust).getAcceptedIssuers()))
            .toList();
    this.content = content(bundle);
  }

  /** Throws {@link IllegalStateException} where a key or a protocol cannot be used. */
  public static TlsBundle of(SslBundle bundle) {
    return new TlsBundle(bundle);
  }

  /** An engine for a client; throws {@link IllegalArgumentException} for an unknown cipher. */
  public SSLEngine engine(String host, int port) {
    SSLEngine engine = context.createSSLEngine(host, port);
    if (options.getCiphers() != null) {
      engine.setEnabledCipherSuites(options.getCiphers());
    }
    if (options.getEnabledProtocols() != null) {
      engine.setEnabledProtocols(options.getEnabledProtocols());
    }
    return engine;
  }

  /** Whom its engines trust. */
  public List<X509Certificate> authorities() {
    return authorities;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TlsBundle that && content.equals(that.content);
  }

  @Override
  public int hashCode() {
    return content.hashCode();
  }

  /** No key is among it: a certificate fits one key alone. */
  private static List<Object> content(SslBundle bundle) {
    List<Object> content = new ArrayList<>();
    content.add(bundle.getProtocol());
    content.add(String.valueOf(bundle.getKey().getAlias()));
    content.add(Arrays.toString(bundle.getOptions().getCiphers()));
    content.add(Arrays.toString(bundle.getOptions().getEnabledProtocols()));
    content.add(certificates(bundle.getStores().getKeyStore()));
    content.add(certificates(bundle.getStores().getTrustStore()));
    return content;
  }

  static List<Certificate> certificates(@Nullable KeyStore store) {
    List<Certificate> all = new ArrayList<>();
    if (store == null) {
      return all;
    }
    try {
      for (String alias : Collections.list(store.aliases())) {
        Certificate[] chain = store.getCertificateChain(alias);
        all.addAll(chain == null ? List.of(store.getCertificate(alias)) : Arrays.asList(chain));
      }
    } catch (KeyStoreException neverLoaded) {
      throw new IllegalStateException(neverLoaded);
    }
    return all;
  }
}
