package io.goldenpath.wire;

import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Stopwatch;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.FastThreadLocal;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the monitor's client sockets. Calls block their thread until their deadline at the latest;
 * an interrupt ends them at once and leaves nothing open.
 */
public final class Wire implements AutoCloseable {

  private static final Logger logger = LoggerFactory.getLogger(Wire.class);
  private static final int LOOPS = 2;
  private static final int RESOLVERS = 16;
  private static final Duration GRACE = Duration.ofMillis(50);
  private static final int CHUNK = 8 * 1024;

  private final WireBounds bounds;
  private final Requests requests;
  private final Stopwatch stopwatch;
  private final MultiThreadIoEventLoopGroup loops;
  private final Resolver resolver;
  private final ExecutorService handshakes;
  private final Connector connector;
  private final List<LagMeter> meters = new ArrayList<>();
  private final @Nullable Wire crowds;

  Wire(WireBounds bounds, String userAgent, TlsEngines engines, Stopwatch stopwatch) {
    this(
        bounds,
        userAgent,
        engines,
        stopwatch,
        "wire",
        new Wire(bounds, userAgent, engines, stopwatch, "wire-crowd", null));
  }

  private Wire(
      WireBounds bounds,
      String userAgent,
      TlsEngines engines,
      Stopwatch stopwatch,
      String name,
      @Nullable Wire crowds) {
    this.bounds = bounds;
    this.requests = new Requests(userAgent);
    this.stopwatch = stopwatch;
    this.loops =
        new MultiThreadIoEventLoopGroup(
            LOOPS, new DefaultThreadFactory(name, true), NioIoHandler.newFactory());
    this.resolver = new Resolver(RESOLVERS, stopwatch);
    this.handshakes =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("wire-tls-", 0).factory());
    this.connector =
        new Connector(loops, resolver, new Tls(engines, handshakes), bounds.sockets(), stopwatch);
    loops.forEach(loop -> meters.add(LagMeter.of((EventLoop) loop, stopwatch)));
    this.crowds = crowds;
  }

  /** Sockets that introduce themselves as this user agent and trust whom the JVM trusts. */
  public static Wire open(String userAgent, Stopwatch stopwatch) {
    return open(userAgent, TlsEngines.JVM, stopwatch);
  }

  /** Sockets that introduce themselves as this user agent, with TLS from these engines. */
  public static Wire open(String userAgent, TlsEngines engines, Stopwatch stopwatch) {
    return new Wire(WireBounds.DEFAULTS, userAgent, engines, stopwatch);
  }

  /**
   * The sockets for a run of so many users. Several have event loops of their own: what a thousand
   * sockets hear at once must not hold up what a single one hears. Closed with this one.
   */
  public Wire forUsers(int users) {
    return users > 1 && crowds != null ? crowds : this;
  }

  /** Loads what the first exchange needs, so that no target is blamed for a cold client. */
  public void rehearse() {
    try {
      new Rehearsal(this, stopwatch).perform();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (IOException unable) {
      logger.debug("No rehearsal: the first run may find the client cold", unable);
    }
  }

  /** One request and its whole reply, on a connection of its own. */
  public HttpResult exchange(HttpCall call, Deadline deadline) throws InterruptedException {
    Address address = Address.of(call.url());
    ArrivalStamp plain = new ArrivalStamp(stopwatch);
    HttpExchange exchange = new HttpExchange(address, bounds.body(), plain);
    Opening opening =
        connector.open(
            address,
            call.route(),
            List.of(new ArrivalStamp(stopwatch), plain, codec(), exchange),
            deadline);
    return switch (opening) {
      case Opening.Closed(var failure, _) -> new HttpResult.Failed(failure);
      case Opening.Open(Channel channel, _, _) -> {
        try {
          channel.writeAndFlush(requests.of(call, address));
          yield await(exchange.result(), deadline)
              .orElseGet(() -> new HttpResult.Failed(silence(address)));
        } finally {
          channel.close();
        }
      }
    };
  }

  /** One attempt to open a WebSocket. */
  public ConnectResult connect(UpgradeCall call, Deadline deadline) throws InterruptedException {
    Address address = Address.of(call.url());
    Upgrade.Ears ears = new Upgrade.Ears(new ArrivalStamp(stopwatch), new ArrivalStamp(stopwatch));
    Inbox inbox = new Inbox(bounds, call.maxMessage(), stopwatch);
    Upgrade upgrade = new Upgrade(call, address, inbox, ears, bounds.refusal(), stopwatch);
    Opening opening =
        connector.open(
            address,
            call.route(),
            List.of(ears.arrival(), ears.reply(), codec(), upgrade),
            deadline);
    return switch (opening) {
      case Opening.Closed(var failure, var clock) ->
          new ConnectResult.Failed(
              failure, new ConnectResult.Trail(clock.phases(), stopwatch.nanos(), null));
      case Opening.Open open -> {
        boolean handedOver = false;
        try {
          open.channel().writeAndFlush(requests.of(call, address, upgrade.handshake()));
          UpgradeReply reply = reply(upgrade, open.channel(), deadline);
          ConnectResult result = result(open, reply, inbox);
          handedOver = result instanceof ConnectResult.Connected;
          yield result;
        } finally {
          if (!handedOver) {
            open.channel().close();
          }
          // a user's thread makes handlers once, and what Netty keeps for it then is never used
          FastThreadLocal.removeAll();
        }
      }
    };
  }

  /** The longest time since that reading in which our own event loops stood still. */
  public Duration longestLagSince(long nanos) {
    return meters.stream()
        .map(meter -> meter.longestSince(nanos))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  Iterable<EventExecutor> loops() {
    return loops;
  }

  @Override
  public void close() {
    if (crowds != null) {
      crowds.close();
    }
    resolver.close();
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
    handshakes.shutdownNow();
  }

  private ConnectResult result(Opening.Open open, UpgradeReply reply, Inbox inbox) {
    PhaseClock clock = open.clock();
    return switch (reply) {
      case UpgradeReply.Failed(var failure) ->
          new ConnectResult.Failed(failure, trail(open, stopwatch.nanos()));
      case UpgradeReply.Refused(var refusal) ->
          new ConnectResult.Refused(refusal, trail(open, stopwatch.nanos()));
      case UpgradeReply.Switched(var frames, var deflate, long nanos) -> {
        clock.upgraded(nanos);
        yield new ConnectResult.Connected(
            new WebSocket(open.channel(), frames, inbox, deflate, stopwatch), trail(open, nanos));
      }
    };
  }

  private UpgradeReply reply(Upgrade upgrade, Channel channel, Deadline deadline)
      throws InterruptedException {
    Optional<UpgradeReply> reply = await(upgrade.result(), deadline);
    if (reply.isPresent()) {
      return reply.get();
    }
    channel.eventLoop().execute(() -> upgrade.giveUp(channel.pipeline()));
    return await(upgrade.result(), Deadline.in(GRACE, stopwatch))
        .orElseGet(() ->
            new UpgradeReply.Failed(
                new WireFailure(FindingKind.TIMED_OUT, "The upgrade was not answered in time")));
  }

  private <T> Optional<T> await(CompletableFuture<T> reply, Deadline deadline)
      throws InterruptedException {
    try {
      return Optional.of(reply.get(deadline.left(stopwatch), TimeUnit.NANOSECONDS));
    } catch (TimeoutException _) {
      return Optional.empty();
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static ConnectResult.Trail trail(Opening.Open open, long ended) {
    return new ConnectResult.Trail(open.clock().phases(), ended, open.certificate());
  }

  private static WireFailure silence(Address address) {
    return new WireFailure(FindingKind.TIMED_OUT, address + " did not answer the request in time");
  }

  private HttpClientCodec codec() {
    return new HttpClientCodec(bounds.initialLine(), bounds.headers(), CHUNK);
  }
}
