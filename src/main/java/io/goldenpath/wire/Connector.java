package io.goldenpath.wire;

import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.target.Route;
import io.goldenpath.model.time.Stopwatch;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.proxy.HttpProxyHandler;
import io.netty.handler.proxy.ProxyHandler;
import io.netty.handler.ssl.SslHandler;
import io.netty.resolver.NoopAddressResolverGroup;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/** Opens channels. Tries one address once: a probe must not be as forgiving as a real client. */
final class Connector implements AutoCloseable {

  /** The JDK sends such a name by itself only where it has a dot. */
  private static final Pattern ONE_LABEL = Pattern.compile("[A-Za-z0-9-]+");

  private static final int MAX_SOCKETS = 4096;
  private static final int LOOKUP_THREADS = 16;
  private static final int LOOKUP_IDLE_SECONDS = 10;
  private static final int TLS_FLUSH_MILLIS = 200;

  private final Bootstrap bootstrap;
  private final TlsEngineFactory engines;
  private final ThreadPoolExecutor lookups = lookups();
  private final ExecutorService handshakes =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("wire-tls-", 0).factory());

  private final Semaphore freeSockets = new Semaphore(MAX_SOCKETS);
  private final Stopwatch stopwatch;

  public Connector(EventLoopGroup loops, TlsEngineFactory engines, Stopwatch stopwatch) {
    this.bootstrap =
        new Bootstrap()
            .group(loops)
            .channel(NioSocketChannel.class)
            .resolver(NoopAddressResolverGroup.INSTANCE)
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 0);
    this.engines = engines;
    this.stopwatch = stopwatch;
  }

  /** Puts an {@link ArrivalTimeHandler} before TLS and these handlers. */
  Channel open(ConnectAttempt attempt, Route route, List<ChannelHandler> handlers)
      throws InterruptedException, WireException {
    ServerAddress address = attempt.address();
    URI proxy = route.proxy();
    SslHandler tls = address.tls() ? tls(route.sslBundle(), address) : null;
    attempt.begin();
    InetSocketAddress hop = attempt.resolve(lookups, proxy);
    ProxyHandler tunnel = proxy == null ? null : tunnel(hop, proxy.getUserInfo());
    ChannelFuture connecting =
        connect(proxy == null ? hop : address.unresolved(), pipeline(tunnel, tls, handlers));
    attempt.await(connecting, tunnel, tls);
    return connecting.channel();
  }

  /** Without a timeout of its own: the deadline is the caller's. */
  private static ProxyHandler tunnel(InetSocketAddress proxy, @Nullable String userInfo) {
    String[] login = Objects.requireNonNullElse(userInfo, "").split(":", 2);
    ProxyHandler tunnel =
        login.length == 2
            ? new HttpProxyHandler(proxy, login[0], login[1])
            : new HttpProxyHandler(proxy);
    tunnel.setConnectTimeoutMillis(0);
    return tunnel;
  }

  /**
   * Always with a verified host name, and never on an event loop. Without a handshake timeout of
   * its own: the deadline is the caller's.
   */
  private SslHandler tls(@Nullable String bundle, ServerAddress address) throws WireException {
    SSLEngine engine = engines.create(bundle, address.host(), address.port());
    engine.setUseClientMode(true);
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    if (ONE_LABEL.matcher(address.host()).matches()) {
      parameters.setServerNames(List.of(new SNIHostName(address.host())));
    }
    engine.setSSLParameters(parameters);
    begin(engine, address);
    SslHandler handler = new SslHandler(engine, handshakes);
    handler.setHandshakeTimeoutMillis(0);
    handler.setCloseNotifyFlushTimeoutMillis(TLS_FLUSH_MILLIS);
    return handler;
  }

  /** Makes keys and the first message here: they are most of a handshake's work. */
  private static void begin(SSLEngine engine, ServerAddress address) throws WireException {
    try {
      engine.beginHandshake();
    } catch (SSLException unable) {
      throw FailureClassifier.tlsFailure(unable, address);
    }
  }

  /**
   * A few platform threads: the system's look-up cannot be interrupted and would hold the carrier
   * of a virtual thread for as long as a name server does not answer.
   */
  private static ThreadPoolExecutor lookups() {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            LOOKUP_THREADS,
            LOOKUP_THREADS,
            LOOKUP_IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("wire-resolve-", 0).factory());
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  private List<ChannelHandler> pipeline(
      @Nullable ProxyHandler tunnel, @Nullable SslHandler tls, List<ChannelHandler> handlers) {
    List<ChannelHandler> pipeline = new ArrayList<>(handlers);
    if (tls != null) {
      pipeline.addFirst(new HandshakeSender());
      pipeline.addFirst(tls);
    }
    pipeline.addFirst(new ArrivalTimeHandler(stopwatch));
    if (tunnel != null) {
      pipeline.addFirst(tunnel);
    }
    return pipeline;
  }

  private ChannelFuture connect(SocketAddress remote, List<ChannelHandler> pipeline)
      throws WireException {
    if (!freeSockets.tryAcquire()) {
      throw new WireException(
          FindingKind.MONITOR_FAULT,
          "All " + MAX_SOCKETS + " sockets that the monitor may open are in use");
    }
    ChannelFuture connecting =
        bootstrap
            .clone()
            .handler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    pipeline.forEach(channel.pipeline()::addLast);
                  }
                })
            .connect(remote);
    connecting.channel().closeFuture().addListener(_ -> freeSockets.release());
    return connecting;
  }

  /** Sends the first message of a handshake that had begun before the channel was open. */
  private static final class HandshakeSender extends ChannelInboundHandlerAdapter {

    @Override
    public void channelActive(ChannelHandlerContext context) throws Exception {
      context.flush();
      super.channelActive(context);
    }
  }

  @Override
  public void close() {
    lookups.shutdownNow();
    handshakes.shutdownNow();
  }
}
