package io.goldenpath.wire;

import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.run.ConnectPhases;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.Stopwatch;
import io.netty.channel.ChannelFuture;
import io.netty.handler.proxy.ProxyHandler;
import io.netty.handler.ssl.SslHandler;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/**
 * The phases of one connect: each is awaited until the deadline, and begins where the one before it
 * ended.
 */
final class ConnectAttempt {

  private final ServerAddress address;
  private final Deadline deadline;
  private final Stopwatch stopwatch;
  private long last;
  private @Nullable String resolved;
  private @Nullable Duration dns;
  private @Nullable Duration tcp;
  private @Nullable Duration tls;
  private @Nullable Duration upgrade;
  private @Nullable Instant certificateExpiry;

  ConnectAttempt(ServerAddress address, Deadline deadline, Stopwatch stopwatch) {
    this.address = address;
    this.deadline = deadline;
    this.stopwatch = stopwatch;
    this.last = stopwatch.nanos();
  }

  /** What was made ready so far is in no phase. */
  void begin() {
    last = stopwatch.nanos();
  }

  ServerAddress address() {
    return address;
  }

  /** Address of the first hop, which is the proxy if there is one. */
  InetSocketAddress resolve(ExecutorService lookups, @Nullable URI proxy)
      throws InterruptedException, WireException {
    ServerAddress hop = proxy == null ? address : ServerAddress.of(proxy);
    InetAddress[] all =
        await(
            lookups.submit(() -> InetAddress.getAllByName(hop.host())),
            "The name of " + hop.host() + " was not resolved in time",
            failure -> FailureClassifier.connectFailure(failure, hop.host()));
    resolved = (proxy == null ? "" : "proxy ") + description(all);
    dns = lap(stopwatch.nanos());
    return new InetSocketAddress(all[0], hop.port());
  }

  private static String description(InetAddress[] all) {
    String family = all[0] instanceof Inet6Address ? "IPv6" : "IPv4";
    String choice = all.length == 1 ? "" : ", the first of " + all.length;
    return all[0].getHostAddress() + " (" + family + choice + ")";
  }

  /** Closes the channel when it does not open. */
  void await(ChannelFuture connecting, @Nullable ProxyHandler tunnel, @Nullable SslHandler security)
      throws InterruptedException, WireException {
    try {
      awaitTcp(connecting, tunnel);
      if (security != null) {
        awaitTls(security);
      }
    } catch (InterruptedException | WireException | RuntimeException failed) {
      connecting.channel().close();
      throw failed;
    }
  }

  private void awaitTcp(ChannelFuture connecting, @Nullable ProxyHandler tunnel)
      throws InterruptedException, WireException {
    if (tunnel == null) {
      String tooLate = "The TCP connection to " + address + " was not answered in time";
      tcp = lap(awaitHop(connecting, tooLate, address.toString()));
    } else {
      String tooLate = "The proxy did not connect to " + address + " in time";
      awaitHop(connecting, tooLate, "The proxy");
      tcp = lap(awaitHop(tunnel.connectFuture(), tooLate, address.toString()));
    }
  }

  private long awaitHop(io.netty.util.concurrent.Future<?> hop, String tooLate, String where)
      throws InterruptedException, WireException {
    return await(end(hop), tooLate, failure -> FailureClassifier.connectFailure(failure, where));
  }

  private void awaitTls(SslHandler security) throws InterruptedException, WireException {
    long secured =
        await(
            end(security.handshakeFuture()),
            "The TLS handshake with " + address + " was not finished in time",
            failure -> FailureClassifier.tlsFailure(failure, address));
    tls = lap(secured);
    certificateExpiry = certificateExpiry(security);
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
      return deadline.await(phase, stopwatch);
    } catch (TimeoutException _) {
      throw new WireException(FindingKind.TIMED_OUT, tooLate);
    } catch (ExecutionException failure) {
      throw classify.apply(failure);
    } finally {
      phase.cancel(false);
    }
  }

  private static @Nullable Instant certificateExpiry(SslHandler handler) {
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

  void upgraded(long nanos) {
    upgrade = lap(nanos);
  }

  /** Ends with the upgrade, or else now. */
  ConnectResult.Attempt result() {
    ConnectPhases phases = new ConnectPhases(resolved, dns, tcp, tls, upgrade);
    long ended = upgrade == null ? stopwatch.nanos() : last;
    return new ConnectResult.Attempt(phases, ended, certificateExpiry);
  }

  private Duration lap(long now) {
    Duration taken = Duration.ofNanos(Math.max(0, now - last));
    last = now;
    return taken;
  }
}
