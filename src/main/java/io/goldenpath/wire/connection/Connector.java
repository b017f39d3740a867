package io.goldenpath.wire.connection;

import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.target.Route;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.Stopwatch;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.proxy.ProxyHandler;
import io.netty.handler.ssl.SslHandler;
import io.netty.resolver.NoopAddressResolverGroup;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Opens channels. Tries one address once: a probe must not be as forgiving as a real client. */
public final class Connector implements AutoCloseable {

  private static final int MAX_SOCKETS = 4096;

  private final Bootstrap bootstrap;
  private final DnsResolver dnsResolver = new DnsResolver();
  private final TlsHandlerFactory tlsHandlers;
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
    this.tlsHandlers = new TlsHandlerFactory(engines);
    this.stopwatch = stopwatch;
  }

  /** Puts an {@link ArrivalTimeHandler} before TLS and these handlers. */
  public Channel open(
      ServerAddress address,
      Route route,
      List<ChannelHandler> handlers,
      ConnectPhaseTimer timer,
      Deadline deadline)
      throws InterruptedException, WireException {
    ConnectAttempt attempt = new ConnectAttempt(address, timer, deadline, stopwatch);
    HttpProxy proxy = route.proxy() == null ? null : HttpProxy.of(route.proxy());
    InetSocketAddress hop = attempt.resolve(dnsResolver, proxy);
    ProxyHandler tunnel = proxy == null ? null : proxy.tunnel(hop);
    SslHandler tls = address.tls() ? tlsHandlers.handler(route.sslBundle(), address) : null;
    ChannelFuture connecting =
        connect(proxy == null ? hop : address.unresolved(), pipeline(tunnel, tls, handlers));
    attempt.await(connecting, tunnel, tls);
    return connecting.channel();
  }

  private List<ChannelHandler> pipeline(
      @Nullable ProxyHandler tunnel, @Nullable SslHandler tls, List<ChannelHandler> handlers) {
    List<ChannelHandler> pipeline = new ArrayList<>(handlers);
    if (tls != null) {
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

  @Override
  public void close() {
    dnsResolver.close();
    tlsHandlers.close();
  }
}
