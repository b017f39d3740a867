package io.goldenpath.wire;

import static java.util.Objects.requireNonNullElse;

import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.target.ProxyServer;
import io.goldenpath.model.target.Route;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.wire.address.NameLookup;
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
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.proxy.HttpProxyHandler;
import io.netty.handler.proxy.ProxyHandler;
import io.netty.handler.ssl.SslHandler;
import io.netty.resolver.NoopAddressResolverGroup;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/** Opens channels. */
final class Connector implements AutoCloseable {

  /** The JDK sends such a name by itself only where it has a dot. */
  private static final Pattern ONE_LABEL = Pattern.compile("[A-Za-z0-9-]+");

  private static final int MAX_SOCKETS = 4096;
  private static final int TLS_FLUSH_MILLIS = 200;

  private final Bootstrap bootstrap;
  private final TlsEngineFactory engines;
  private final NameLookup lookup = new NameLookup();
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
  Channel open(
      ConnectAttempt attempt, Route route, boolean tunnelled, List<ChannelHandler> handlers)
      throws InterruptedException, WireException {
    ServerAddress address = attempt.address();
    List<InetAddress> addresses = attempt.resolve(lookup, route.addresses());
    SslHandler tls = address.tls() ? tls(route, address) : null;
    Map<Channel, Future<Long>> tunnels = new ConcurrentHashMap<>();
    Channel channel =
        attempt.connect(
            addresses,
            (one, entrant) -> {
              InetSocketAddress hop = new InetSocketAddress(one, attempt.hopPort());
              ProxyServer proxy = tunnelled ? attempt.proxy() : null;
              if (proxy == null) {
                return connect(hop, List.of(entrant));
              }
              ProxyHandler tunnel = tunnel(hop, proxy);
              ChannelFuture connecting = connect(address.unresolved(), List.of(tunnel, entrant));
              tunnels.put(connecting.channel(), attempt.end(tunnel.connectFuture()));
              return connecting;
            },
            taken -> taken.pipeline().addLast(pipeline(tls, handlers)));
    attempt.await(channel, tunnels.get(channel), tls);
    if (tls != null) {
      attempt.examine(tls, engines.authorities(route.sslBundle()));
    }
    return channel;
  }

  /** Without a timeout of its own: the deadline is the caller's. */
  private static ProxyHandler tunnel(InetSocketAddress hop, ProxyServer proxy) {
    HttpHeaders headers = new DefaultHttpHeaders();
    proxy
        .authorization()
        .ifPresent(value -> headers.set(HttpHeaderNames.PROXY_AUTHORIZATION, value.reveal()));
    ProxyHandler tunnel = new HttpProxyHandler(hop, headers);
    tunnel.setConnectTimeoutMillis(0);
    return tunnel;
  }

  /**
   * Always with a verified host name, and never on an event loop. Without a handshake timeout of
   * its own: the deadline is the caller's.
   */
  private SslHandler tls(Route route, ServerAddress address) throws WireException {
    String name = requireNonNullElse(route.serverName(), address.host());
    SSLEngine engine = engines.create(route.sslBundle(), name, address.port());
    engine.setUseClientMode(true);
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    if (ONE_LABEL.matcher(name).matches()) {
      parameters.setServerNames(List.of(new SNIHostName(name)));
    }
    engine.setSSLParameters(parameters);
    begin(engine, address, name);
    SslHandler handler = new SslHandler(engine, handshakes);
    handler.setHandshakeTimeoutMillis(0);
    handler.setCloseNotifyFlushTimeoutMillis(TLS_FLUSH_MILLIS);
    return handler;
  }

  /** Makes keys and the first message here: they are most of a handshake's work. */
  private static void begin(SSLEngine engine, ServerAddress address, String name)
      throws WireException {
    try {
      engine.beginHandshake();
    } catch (SSLException unable) {
      throw FailureClassifier.tlsFailure(unable, address, name);
    }
  }

  private ChannelHandler[] pipeline(@Nullable SslHandler tls, List<ChannelHandler> handlers) {
    List<ChannelHandler> pipeline = new ArrayList<>(handlers);
    if (tls != null) {
      pipeline.addFirst(new HandshakeSender());
      pipeline.addFirst(tls);
    }
    pipeline.addFirst(new ArrivalTimeHandler(stopwatch));
    return pipeline.toArray(ChannelHandler[]::new);
  }

  private ChannelFuture connect(SocketAddress remote, List<ChannelHandler> first)
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
                    first.forEach(channel.pipeline()::addLast);
                  }
                })
            .connect(remote);
    connecting.channel().closeFuture().addListener(_ -> freeSockets.release());
    return connecting;
  }

  /** Sends the first message of a handshake that had begun before its handler was there. */
  private static final class HandshakeSender extends ChannelInboundHandlerAdapter {

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
      if (context.channel().isActive()) {
        context.flush();
      }
    }

    @Override
    public void channelActive(ChannelHandlerContext context) throws Exception {
      context.flush();
      super.channelActive(context);
    }
  }

  @Override
  public void close() {
    lookup.close();
    handshakes.shutdownNow();
  }
}
