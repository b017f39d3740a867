package io.goldenpath.wire;

import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Route;
import io.goldenpath.probe.Stopwatch;
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
final class Connector {

  private final EventLoopGroup loops;
  private final Resolver resolver;
  private final Tls tls;
  private final int most;
  private final Semaphore sockets;
  private final Stopwatch stopwatch;

  Connector(EventLoopGroup loops, Resolver resolver, Tls tls, int most, Stopwatch stopwatch) {
    this.loops = loops;
    this.resolver = resolver;
    this.tls = tls;
    this.most = most;
    this.sockets = new Semaphore(most);
    this.stopwatch = stopwatch;
  }

  /** Opens a connection through these handlers, the first of which hears the first byte. */
  Opening open(Address address, Route route, List<ChannelHandler> handlers, Deadline deadline)
      throws InterruptedException {
    PhaseClock clock = new PhaseClock(stopwatch);
    Proxy proxy = route.proxy() == null ? null : Proxy.of(route.proxy());
    Address hop = proxy == null ? address : proxy.address();
    Resolver.Resolved resolved;
    try {
      resolved = resolver.resolve(hop.host(), deadline);
    } catch (ExecutionException failure) {
      return new Opening.Closed(Failures.of(failure, hop.host()), clock);
    } catch (TimeoutException _) {
      return timedOut("The name of " + hop.host() + " was not resolved in time", clock);
    }
    clock.resolved(
        proxy == null ? resolved.words() : "proxy " + resolved.words(), stopwatch.nanos());
    InetSocketAddress there = new InetSocketAddress(resolved.address(), hop.port());
    SslHandler ssl = address.tls() ? tls.handler(route.sslBundle(), address) : null;
    ProxyHandler tunnel = proxy == null ? null : proxy.tunnel(there);
    SocketAddress end =
        proxy == null ? there : InetSocketAddress.createUnresolved(address.host(), address.port());
    List<ChannelHandler> all = new ArrayList<>(handlers);
    if (ssl != null) {
      all.add(1, ssl);
    }
    if (tunnel != null) {
      all.addFirst(tunnel);
    }
    return connect(end, new Way(address, tunnel, ssl, all), clock, deadline);
  }

  /** What leads to the other end. */
  private record Way(
      Address address,
      @Nullable ProxyHandler tunnel,
      @Nullable SslHandler ssl,
      List<ChannelHandler> handlers) {}

  private Opening connect(SocketAddress end, Way way, PhaseClock clock, Deadline deadline)
      throws InterruptedException {
    if (!sockets.tryAcquire()) {
      return new Opening.Closed(
          new WireFailure(
              FindingKind.MONITOR_FAULT,
              "All " + most + " sockets that the monitor may open are in use"),
          clock);
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
                    way.handlers().forEach(channel.pipeline()::addLast);
                  }
                })
            .connect(end);
    Channel channel = connecting.channel();
    channel.closeFuture().addListener(_ -> sockets.release());
    boolean open = false;
    try {
      Opening opening = establish(channel, connecting, way, clock, deadline);
      open = opening instanceof Opening.Open;
      return opening;
    } finally {
      if (!open) {
        channel.close();
      }
    }
  }

  private Opening establish(
      Channel channel, Future<?> connecting, Way way, PhaseClock clock, Deadline deadline)
      throws InterruptedException {
    Address address = way.address();
    try {
      try {
        long opened = await(connecting, deadline);
        clock.opened(way.tunnel() == null ? opened : await(way.tunnel().connectFuture(), deadline));
      } catch (TimeoutException _) {
        return timedOut(
            way.tunnel() == null
                ? "The TCP connection to " + address + " was not answered in time"
                : "The proxy did not connect to " + address + " in time",
            clock);
      } catch (ExecutionException failure) {
        boolean there = way.tunnel() == null || connecting.isSuccess();
        return new Opening.Closed(
            Failures.of(failure, there ? address.toString() : "The proxy"), clock);
      }
      if (way.ssl() == null) {
        return new Opening.Open(channel, clock, null);
      }
      clock.secured(await(way.ssl().handshakeFuture(), deadline));
      return new Opening.Open(channel, clock, Tls.expiry(way.ssl()));
    } catch (TimeoutException _) {
      return timedOut("The TLS handshake with " + address + " was not finished in time", clock);
    } catch (ExecutionException failure) {
      return new Opening.Closed(Failures.handshake(failure, address), clock);
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
    return done.get(deadline.left(stopwatch), TimeUnit.NANOSECONDS);
  }

  private static Opening timedOut(String message, PhaseClock clock) {
    return new Opening.Closed(new WireFailure(FindingKind.TIMED_OUT, message), clock);
  }
}
