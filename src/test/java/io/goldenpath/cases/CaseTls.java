package io.goldenpath.cases;

import io.goldenpath.wire.TlsEngineFactory;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** Both ends of TLS for the cases. */
final class CaseTls {

  private CaseTls() {}

  /** Trusts the authorities of the cases, and nobody else. */
  private static SSLContext client() {
    try {
      KeyStore roots = KeyStore.getInstance(KeyStore.getDefaultType());
      roots.load(null, null);
      for (X509Certificate root : CaseCertificates.roots()) {
        roots.setCertificateEntry("root" + roots.size(), root);
      }
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(roots);
      return context(null, trust.getTrustManagers());
    } catch (GeneralSecurityException | IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static TlsEngineFactory engines() {
    SSLContext context = client();
    return new TlsEngineFactory() {
      @Override
      public SSLEngine create(@Nullable String bundle, String host, int port) {
        return context.createSSLEngine(host, port);
      }

      @Override
      public List<X509Certificate> authorities(@Nullable String bundle) {
        return CaseCertificates.roots();
      }
    };
  }

  static ServerSocket listener(TlsIdentity identity, InetAddress address) throws IOException {
    try {
      return context(new KeyManager[] {new NameKeys(identity)}, null)
          .getServerSocketFactory()
          .createServerSocket(0, 50, address);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static SSLContext context(KeyManager @Nullable [] keys, TrustManager @Nullable [] trust)
      throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys, trust, null);
    return context;
  }

  /** Chooses by the names that the client has asked for, of which there may be none. */
  private static final class NameKeys extends X509ExtendedKeyManager {

    private final Map<String, X509Bundle> shown = new ConcurrentHashMap<>();
    private final TlsIdentity identity;

    NameKeys(TlsIdentity identity) {
      this.identity = identity;
    }

    @Override
    public @Nullable String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
      if (!type.startsWith("EC")) {
        return null;
      }
      List<String> names =
          ((ExtendedSSLSession) ((SSLSocket) socket).getHandshakeSession())
              .getRequestedServerNames().stream()
                  .map(SNIServerName::getEncoded)
                  .map(name -> new String(name, StandardCharsets.US_ASCII))
                  .toList();
      Optional<X509Bundle> certificate = identity.certificate(names);
      certificate.ifPresent(bundle -> shown.put(names.toString(), bundle));
      return certificate.isPresent() ? names.toString() : null;
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
      X509Bundle bundle = shown.get(alias);
      return bundle == null ? null : bundle.getCertificatePath();
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
      X509Bundle bundle = shown.get(alias);
      return bundle == null ? null : bundle.getKeyPair().getPrivate();
    }

    @Override
    public String @Nullable [] getServerAliases(String type, Principal[] issuers) {
      return null;
    }

    @Override
    public String @Nullable [] getClientAliases(String type, Principal[] issuers) {
      return null;
    }

    @Override
    public @Nullable String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
      return null;
    }
  }
}
