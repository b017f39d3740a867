package io.goldenpath.wire;

import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Stopwatch;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/**
 * Resolves, connects and shakes hands, each phase timed apart. The first resolved address is tried
 * once: a testing tool must not be as forgiving as a real client.
 */
final class Connector {

  private final EventLoopGroup loops;
  private final ExecutorService resolvers;
  private final SslContext tls;
  private final Stopwatch stopwatch;

  Connector(EventLoopGroup loops, ExecutorService resolvers, SslContext tls, Stopwatch stopwatch) {
    this.loops = loops;
    this.resolvers = resolvers;
    this.tls = tls;
    this.stopwatch = stopwatch;
  }

  Opening open(Address address, ArrivalStamp stamp, List<ChannelHandler> http, Deadline deadline)
      throws InterruptedException {
    PhaseClock clock = new PhaseClock(stopwatch);
    InetAddress resolved;
    try {
      resolved = resolve(address.host(), deadline);
    } catch (ExecutionException failure) {
      return new Opening.Closed(Failures.of(failure, address.host()), clock);
    } catch (TimeoutException _) {
      return timedOut("The name of " + address.host() + " was not resolved in time", clock);
    }
    clock.resolved();
    return connect(address, resolved, stamp, http, clock, deadline);
  }

  private InetAddress resolve(String host, Deadline deadline)
      throws InterruptedException, ExecutionException, TimeoutException {
    CompletableFuture<InetAddress> lookup = new CompletableFuture<>();
    var task =
        resolvers.submit(() -> {
          try {
            lookup.complete(InetAddress.getByName(host));
          } catch (Exception failure) {
            lookup.completeExceptionally(failure);
          }
        });
    try {
      return lookup.get(deadline.left(stopwatch), TimeUnit.NANOSECONDS);
    } finally {
      task.cancel(true);
    }
  }

  private Opening connect(
      Address address,
      InetAddress resolved,
      ArrivalStamp stamp,
      List<ChannelHandler> http,
      PhaseClock clock,
      Deadline deadline)
      throws InterruptedException {
    SslHandler ssl = address.tls() ? handshake(address, deadline) : null;
    var connecting =
        new Bootstrap()
            .group(loops)
            .channel(NioSocketChannel.class)
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 0)
            .handler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    channel.pipeline().addLast(stamp);
                    if (ssl != null) {
                      channel.pipeline().addLast(ssl);
                    }
                    http.forEach(channel.pipeline()::addLast);
                  }
                })
            .connect(new InetSocketAddress(resolved, address.port()));
    Channel channel = connecting.channel();
    boolean open = false;
    try {
      if (!await(connecting, deadline)) {
        return timedOut("The TCP connection to " + address + " was not answered in time", clock);
      }
      if (!connecting.isSuccess()) {
        return closed(connecting, address, clock);
      }
      clock.opened(stopwatch.nanos());
      if (ssl == null) {
        open = true;
        return new Opening.Open(channel, clock, null);
      }
      if (!await(ssl.handshakeFuture(), deadline)) {
        return timedOut("The TLS handshake with " + address + " was not finished in time", clock);
      }
      if (!ssl.handshakeFuture().isSuccess()) {
        WireFailure failure = Failures.of(cause(ssl.handshakeFuture()), address.toString());
        return new Opening.Closed(
            new WireFailure(FindingKind.TLS_FAILED, failure.message()), clock);
      }
      clock.secured(stopwatch.nanos());
      open = true;
      return new Opening.Open(channel, clock, expiry(ssl));
    } finally {
      if (!open) {
        channel.close();
      }
    }
  }

  private SslHandler handshake(Address address, Deadline deadline) {
    SslHandler ssl = tls.newHandler(ByteBufAllocator.DEFAULT, address.host(), address.port());
    ssl.setHandshakeTimeoutMillis(TimeUnit.NANOSECONDS.toMillis(deadline.left(stopwatch)) + 1000);
    return ssl;
  }

  private boolean await(Future<?> future, Deadline deadline) throws InterruptedException {
    return future.await(deadline.left(stopwatch), TimeUnit.NANOSECONDS);
  }

  private static Opening closed(Future<?> future, Address address, PhaseClock clock) {
    return new Opening.Closed(Failures.of(cause(future), address.toString()), clock);
  }

  private static Opening timedOut(String message, PhaseClock clock) {
    return new Opening.Closed(new WireFailure(FindingKind.TIMED_OUT, message), clock);
  }

  private static Throwable cause(Future<?> future) {
    Throwable cause = future.cause();
    return cause == null ? new IllegalStateException("no cause given") : cause;
  }

  private static @Nullable Instant expiry(SslHandler ssl) {
    try {
      Certificate[] chain = ssl.engine().getSession().getPeerCertificates();
      return Arrays.stream(chain)
          .filter(X509Certificate.class::isInstance)
          .map(certificate -> ((X509Certificate) certificate).getNotAfter().toInstant())
          .min(Instant::compareTo)
          .orElse(null);
    } catch (SSLPeerUnverifiedException _) {
      return null;
    }
  }
}
