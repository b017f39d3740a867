package io.goldenpath.wire.connection;

import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.target.Route;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.Stopwatch;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.proxy.ProxyHandler;
import io.netty.handler.ssl.SslHandler;
import io.netty.resolver.NoopAddressResolverGroup;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Resolves, connects and shakes hands, each phase timed apart. The first resolved address is tried
 * once: a testing tool must not be as forgiving as a real client.
 */
public final class Connector {

  private final EventLoopGroup loops;
  private final DnsResolver dnsResolver;
  private final TlsHandlerFactory tlsHandlerFactory;
  private final int maxSockets;
  private final Semaphore freeSockets;
  private final Stopwatch stopwatch;

  public Connector(
      EventLoopGroup loops,
      DnsResolver dnsResolver,
      TlsHandlerFactory tlsHandlerFactory,
      int maxSockets,
      Stopwatch stopwatch) {
    this.loops = loops;
    this.dnsResolver = dnsResolver;
    this.tlsHandlerFactory = tlsHandlerFactory;
    this.maxSockets = maxSockets;
    this.freeSockets = new Semaphore(maxSockets);
    this.stopwatch = stopwatch;
  }

  /** Opens a connection through these handlers, the first of which hears the first byte. */
  public TransportResult open(
      ServerAddress address, Route route, List<ChannelHandler> handlers, Deadline deadline)
      throws InterruptedException {
    ConnectPhaseTimer timer = new ConnectPhaseTimer(stopwatch);
    HttpProxy proxy = route.proxy() == null ? null : HttpProxy.of(route.proxy());
    ServerAddress firstHop = proxy == null ? address : proxy.address();
    DnsResolver.Resolved resolved;
    try {
      resolved = dnsResolver.resolve(firstHop.host(), deadline);
    } catch (ExecutionException failure) {
      return new TransportResult.Failed(
          FailureClassifier.connectFailure(failure, firstHop.host()), timer);
    } catch (TimeoutException _) {
      return timedOut("The name of " + firstHop.host() + " was not resolved in time", timer);
    }
    timer.resolved(
        proxy == null ? resolved.description() : "proxy " + resolved.description(),
        stopwatch.nanos());
    InetSocketAddress there = new InetSocketAddress(resolved.address(), firstHop.port());
    SslHandler ssl = address.tls() ? tlsHandlerFactory.handler(route.sslBundle(), address) : null;
    ProxyHandler tunnel = proxy == null ? null : proxy.tunnel(there);
    SocketAddress remote =
        proxy == null ? there : InetSocketAddress.createUnresolved(address.host(), address.port());
    List<ChannelHandler> all = new ArrayList<>(handlers);
    if (ssl != null) {
      all.add(1, ssl);
    }
    if (tunnel != null) {
      all.addFirst(tunnel);
    }
    return connect(remote, new Pipeline(address, tunnel, ssl, all), timer, deadline);
  }

  /** What leads to the other end. */
  private record Pipeline(
      ServerAddress address,
      @Nullable ProxyHandler tunnel,
      @Nullable SslHandler ssl,
      List<ChannelHandler> handlers) {}

  private TransportResult connect(
      SocketAddress remote, Pipeline pipeline, ConnectPhaseTimer timer, Deadline deadline)
      throws InterruptedException {
    if (!freeSockets.tryAcquire()) {
      return new TransportResult.Failed(
          new WireFailure(
              FindingKind.MONITOR_FAULT,
              "All " + maxSockets + " sockets that the monitor may open are in use"),
          timer);
    }
    var connecting =
        new Bootstrap()
            .group(loops)
            .channel(NioSocketChannel.class)
            .resolver(NoopAddressResolverGroup.INSTANCE)
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 0)
            .handler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    pipeline.handlers().forEach(channel.pipeline()::addLast);
                  }
                })
            .connect(remote);
    Channel channel = connecting.channel();
    channel.closeFuture().addListener(_ -> freeSockets.release());
    boolean open = false;
    try {
      TransportResult result = awaitConnection(channel, connecting, pipeline, timer, deadline);
      open = result instanceof TransportResult.Opened;
      return result;
    } finally {
      if (!open) {
        channel.close();
      }
    }
  }

  private TransportResult awaitConnection(
      Channel channel,
      Future<?> connecting,
      Pipeline pipeline,
      ConnectPhaseTimer timer,
      Deadline deadline)
      throws InterruptedException {
    ServerAddress address = pipeline.address();
    try {
      try {
        long opened = await(connecting, deadline);
        timer.opened(
            pipeline.tunnel() == null
                ? opened
                : await(pipeline.tunnel().connectFuture(), deadline));
      } catch (TimeoutException _) {
        return timedOut(
            pipeline.tunnel() == null
                ? "The TCP connection to " + address + " was not answered in time"
                : "The proxy did not connect to " + address + " in time",
            timer);
      } catch (ExecutionException failure) {
        boolean there = pipeline.tunnel() == null || connecting.isSuccess();
        return new TransportResult.Failed(
            FailureClassifier.connectFailure(failure, there ? address.toString() : "The proxy"),
            timer);
      }
      if (pipeline.ssl() == null) {
        return new TransportResult.Opened(channel, timer, null);
      }
      timer.secured(await(pipeline.ssl().handshakeFuture(), deadline));
      return new TransportResult.Opened(
          channel, timer, TlsHandlerFactory.certificateExpiry(pipeline.ssl()));
    } catch (TimeoutException _) {
      return timedOut("The TLS handshake with " + address + " was not finished in time", timer);
    } catch (ExecutionException failure) {
      return new TransportResult.Failed(FailureClassifier.tlsFailure(failure, address), timer);
    }
  }

  /** Waits for this, and says when it was so: threads wake up later than things happen. */
  private long await(Future<?> future, Deadline deadline)
      throws InterruptedException, ExecutionException, TimeoutException {
    CompletableFuture<Long> done = new CompletableFuture<>();
    future.addListener(result -> {
      Throwable cause = result.cause();
      if (cause == null) {
        done.complete(stopwatch.nanos());
      } else {
        done.completeExceptionally(cause);
      }
    });
    return done.get(deadline.remainingNanos(stopwatch), TimeUnit.NANOSECONDS);
  }

  private static TransportResult timedOut(String message, ConnectPhaseTimer timer) {
    return new TransportResult.Failed(new WireFailure(FindingKind.TIMED_OUT, message), timer);
  }
}
