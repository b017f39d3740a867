package io.goldenpath.wire.connection;

import io.netty.handler.ssl.SslHandler;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** TLS of client connections: always with a verified host name, and never on an event loop. */
final class TlsHandlerFactory implements AutoCloseable {

  private static final int FLUSH_MILLIS = 200;

  private final TlsEngineFactory engines;
  private final ExecutorService executor =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("wire-tls-", 0).factory());

  TlsHandlerFactory(TlsEngineFactory engines) {
    this.engines = engines;
  }

  /** Without a handshake timeout of its own: the deadline is the caller's. */
  SslHandler handler(@Nullable String bundle, ServerAddress address) {
    SSLEngine engine = engines.create(bundle, address.host(), address.port());
    engine.setUseClientMode(true);
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    engine.setSSLParameters(parameters);
    SslHandler handler = new SslHandler(engine, executor);
    handler.setHandshakeTimeoutMillis(0);
    handler.setCloseNotifyFlushTimeoutMillis(FLUSH_MILLIS);
    return handler;
  }

  static @Nullable Instant certificateExpiry(SslHandler handler) {
    try {
      Certificate[] chain = handler.engine().getSession().getPeerCertificates();
      return Arrays.stream(chain)
          .filter(X509Certificate.class::isInstance)
          .map(certificate -> ((X509Certificate) certificate).getNotAfter().toInstant())
          .min(Instant::compareTo)
          .orElse(null);
    } catch (SSLPeerUnverifiedException _) {
      return null;
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
