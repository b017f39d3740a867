package io.goldenpath.wire;

import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.run.ConnectPhases;
import io.goldenpath.model.target.AddressChoice;
import io.goldenpath.model.target.ProxyServer;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.wire.address.DeadAddress;
import io.goldenpath.wire.address.HappyEyeballs;
import io.goldenpath.wire.address.NameLookup;
import io.goldenpath.wire.tls.CertificatePath;
import io.netty.channel.Channel;
import io.netty.handler.ssl.SslHandler;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/**
 * The phases of one connect: each is awaited until the deadline, and begins where the one before it
 * ended.
 */
final class ConnectAttempt {

  private final ServerAddress address;
  private final @Nullable ProxyServer proxy;
  private final Deadline deadline;
  private final Stopwatch stopwatch;
  private long last;
  private List<DeadAddress> dead = List.of();
  private @Nullable String resolved;
  private @Nullable Duration dns;
  private @Nullable Duration tcp;
  private @Nullable Duration tls;
  private @Nullable Duration upgrade;
  private @Nullable Instant certificateExpiry;

  /** Through the proxy, if there is one. */
  ConnectAttempt(
      ServerAddress address, @Nullable ProxyServer proxy, Deadline deadline, Stopwatch stopwatch) {
    this.address = address;
    this.proxy = proxy;
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

  @Nullable ProxyServer proxy() {
    return proxy;
  }

  /** Addresses that were got around. */
  List<DeadAddress> dead() {
    return dead;
  }

  /** Names the proxy also where the other end may be at fault: it stands in between. */
  WireFailure explained(WireException failed) {
    WireFailure failure = failed.failure();
    return proxy == null || failure.message().contains(proxy.toString())
        ? failure
        : new WireFailure(failure.kind(), failure.message() + ", through the proxy " + proxy);
  }

  /** Where the connection leads, which is the proxy if there is one. */
  private String hop() {
    return proxy == null ? address.toString() : "the proxy " + proxy;
  }

  int hopPort() {
    return proxy == null ? address.port() : proxy.port();
  }

  /** Addresses of the first hop; a choice does not concern those of a proxy. */
  List<InetAddress> resolve(NameLookup lookup, AddressChoice choice)
      throws InterruptedException, WireException {
    String host = proxy == null ? address.host() : proxy.host();
    String name = proxy == null ? host : "the proxy " + host;
    List<InetAddress> all =
        await(
            lookup.addresses(host),
            "The name of " + name + " was not resolved in time",
            failure -> FailureClassifier.lookupFailure(failure, name));
    List<InetAddress> chosen =
        switch (proxy == null ? choice : AddressChoice.ANY) {
          case ANY -> all;
          case FIRST -> all.subList(0, 1);
          case IPV4 -> all.stream().filter(Inet4Address.class::isInstance).toList();
          case IPV6 -> all.stream().filter(Inet6Address.class::isInstance).toList();
        };
    if (chosen.isEmpty()) {
      throw FailureClassifier.noneChosen(name, choice, all);
    }
    dns = lap(stopwatch.nanos());
    return chosen;
  }

  /** The channel to the first address that answers; {@code install} gets it at once. */
  Channel connect(
      List<InetAddress> addresses,
      HappyEyeballs.Opener<WireException> opener,
      Consumer<Channel> install)
      throws InterruptedException, WireException {
    HappyEyeballs.Finish finish =
        new HappyEyeballs(hop(), install, stopwatch).connect(addresses, opener, deadline);
    resolved = description(addresses, finish.place());
    Channel channel = finish.channel();
    if (channel == null) {
      throw FailureClassifier.noneAnswered(
          hop(), addresses, finish.dead(), deadline.reached(finish.nanos()));
    }
    dead = finish.dead();
    if (proxy == null) {
      tcp = lap(finish.nanos());
    }
    return channel;
  }

  private String description(List<InetAddress> all, int place) {
    InetAddress tried = all.get(place - 1);
    String family = tried instanceof Inet6Address ? "IPv6" : "IPv4";
    String choice = all.size() == 1 ? "" : ", " + place + " of " + all.size();
    return (proxy == null ? "" : "proxy ") + DeadAddress.text(tried) + " (" + family + choice + ")";
  }

  /** Closes the channel when it does not lead to the server. */
  void await(Channel channel, @Nullable Future<Long> tunnel, @Nullable SslHandler security)
      throws InterruptedException, WireException {
    try {
      if (tunnel != null) {
        awaitTunnel(tunnel);
      }
      if (security != null) {
        awaitTls(security);
      }
    } catch (InterruptedException | WireException | RuntimeException failed) {
      channel.close();
      throw failed;
    }
  }

  private void awaitTunnel(Future<Long> tunnel) throws InterruptedException, WireException {
    tcp =
        lap(
            await(
                tunnel,
                "The proxy %s did not connect to %s in time".formatted(proxy, address),
                failure -> FailureClassifier.tunnelFailure(failure, hop(), address)));
  }

  private void awaitTls(SslHandler security) throws InterruptedException, WireException {
    long secured =
        await(
            end(security.handshakeFuture()),
            "The TLS handshake with " + address + " was not finished in time",
            failure -> FailureClassifier.tlsFailure(failure, address, peerHost(security)));
    tls = lap(secured);
  }

  /** Looks at the certificates of a connection that is secure, in no phase's time. */
  void examine(SslHandler security, List<X509Certificate> authorities) {
    try {
      Certificate[] sent = security.engine().getSession().getPeerCertificates();
      List<X509Certificate> certificates =
          Arrays.stream(sent)
              .filter(X509Certificate.class::isInstance)
              .map(X509Certificate.class::cast)
              .toList();
      certificateExpiry = CertificatePath.of(certificates, authorities).expiry().orElse(null);
    } catch (SSLPeerUnverifiedException _) {
      certificateExpiry = null;
    }
    begin();
  }

  /** End of the path that was verified; null without TLS. */
  @Nullable Instant certificateExpiry() {
    return certificateExpiry;
  }

  /** The name that its certificate must have. */
  private static String peerHost(SslHandler security) {
    return security.engine().getPeerHost();
  }

  /** Taken on the event loop, for threads wake up later. */
  Future<Long> end(io.netty.util.concurrent.Future<?> phase) {
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

  void upgraded(long nanos) {
    upgrade = lap(nanos);
  }

  /** Ends with the upgrade, or else now. */
  ConnectResult.Attempt result() {
    ConnectPhases phases = new ConnectPhases(resolved, dns, tcp, tls, upgrade);
    long ended = upgrade == null ? stopwatch.nanos() : last;
    return new ConnectResult.Attempt(phases, ended, certificateExpiry, dead);
  }

  private Duration lap(long now) {
    Duration taken = Duration.ofNanos(Math.max(0, now - last));
    last = now;
    return taken;
  }
}
