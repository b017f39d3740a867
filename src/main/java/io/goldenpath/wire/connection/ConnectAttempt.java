package io.goldenpath.wire.connection;

import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.Stopwatch;
import io.netty.channel.ChannelFuture;
import io.netty.handler.proxy.ProxyHandler;
import io.netty.handler.ssl.SslHandler;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The phases of one connect, each of which is awaited until the deadline. */
record ConnectAttempt(
    ServerAddress address, ConnectPhaseTimer timer, Deadline deadline, Stopwatch stopwatch) {

  /** Address of the first hop, which is the proxy if there is one. */
  InetSocketAddress resolve(DnsResolver resolver, @Nullable HttpProxy proxy)
      throws InterruptedException, WireException {
    ServerAddress hop = proxy == null ? address : proxy.address();
    DnsResolver.Resolved resolved =
        await(
            resolver.resolve(hop.host()),
            "The name of " + hop.host() + " was not resolved in time",
            failure -> FailureClassifier.connectFailure(failure, hop.host()));
    timer.resolved((proxy == null ? "" : "proxy ") + resolved.description(), stopwatch.nanos());
    return new InetSocketAddress(resolved.address(), hop.port());
  }

  /** Closes the channel when it does not open. */
  void await(ChannelFuture connecting, @Nullable ProxyHandler tunnel, @Nullable SslHandler tls)
      throws InterruptedException, WireException {
    boolean open = false;
    try {
      awaitTcp(connecting, tunnel);
      if (tls != null) {
        awaitTls(tls);
      }
      open = true;
    } finally {
      if (!open) {
        connecting.channel().close();
      }
    }
  }

  private void awaitTcp(ChannelFuture connecting, @Nullable ProxyHandler tunnel)
      throws InterruptedException, WireException {
    if (tunnel == null) {
      String tooLate = "The TCP connection to " + address + " was not answered in time";
      timer.opened(awaitHop(connecting, tooLate, address.toString()));
    } else {
      String tooLate = "The proxy did not connect to " + address + " in time";
      awaitHop(connecting, tooLate, "The proxy");
      timer.opened(awaitHop(tunnel.connectFuture(), tooLate, address.toString()));
    }
  }

  private long awaitHop(io.netty.util.concurrent.Future<?> hop, String tooLate, String where)
      throws InterruptedException, WireException {
    return await(end(hop), tooLate, failure -> FailureClassifier.connectFailure(failure, where));
  }

  private void awaitTls(SslHandler tls) throws InterruptedException, WireException {
    long secured =
        await(
            end(tls.handshakeFuture()),
            "The TLS handshake with " + address + " was not finished in time",
            failure -> FailureClassifier.tlsFailure(failure, address));
    timer.secured(secured, TlsHandlerFactory.certificateExpiry(tls));
  }

  /** Taken on the event loop, for threads wake up later. */
  private Future<Long> end(io.netty.util.concurrent.Future<?> phase) {
    CompletableFuture<Long> end = new CompletableFuture<>();
    phase.addListener(done -> {
      if (done.cause() == null) {
        end.complete(stopwatch.nanos());
      } else {
        end.completeExceptionally(done.cause());
      }
    });
    return end;
  }

  private <T> T await(Future<T> phase, String tooLate, Function<Throwable, WireException> classify)
      throws InterruptedException, WireException {
    try {
      return phase.get(deadline.remainingNanos(stopwatch), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      throw new WireException(FindingKind.TIMED_OUT, tooLate);
    } catch (ExecutionException failure) {
      throw classify.apply(failure);
    } finally {
      phase.cancel(false);
    }
  }
}
