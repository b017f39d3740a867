package io.goldenpath.wire;

import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.wire.connection.ArrivalTimeHandler;
import io.goldenpath.wire.connection.ConnectPhaseTimer;
import io.goldenpath.wire.connection.Connector;
import io.goldenpath.wire.connection.DnsResolver;
import io.goldenpath.wire.connection.ServerAddress;
import io.goldenpath.wire.connection.TlsEngineFactory;
import io.goldenpath.wire.connection.TlsHandlerFactory;
import io.goldenpath.wire.connection.TransportResult;
import io.goldenpath.wire.connection.WireFailure;
import io.goldenpath.wire.connection.WireLimits;
import io.goldenpath.wire.http.HttpCall;
import io.goldenpath.wire.http.HttpReplyHandler;
import io.goldenpath.wire.http.HttpResult;
import io.goldenpath.wire.websocket.ConnectResult;
import io.goldenpath.wire.websocket.ReceiveQueue;
import io.goldenpath.wire.websocket.UpgradeCall;
import io.goldenpath.wire.websocket.UpgradeHandler;
import io.goldenpath.wire.websocket.UpgradeResult;
import io.goldenpath.wire.websocket.WebSocket;
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
public final class WireClient implements AutoCloseable {

  private static final Logger logger = LoggerFactory.getLogger(WireClient.class);
  private static final int EVENT_LOOPS = 2;
  private static final int RESOLVER_THREADS = 16;
  private static final Duration UPGRADE_GRACE = Duration.ofMillis(50);
  private static final int HTTP_CHUNK_BYTES = 8 * 1024;

  private final WireLimits limits;
  private final RequestFactory requestFactory;
  private final Stopwatch stopwatch;
  private final MultiThreadIoEventLoopGroup loops;
  private final DnsResolver dnsResolver;
  private final ExecutorService tlsExecutor;
  private final Connector connector;
  private final List<EventLoopLagMeter> lagMeters = new ArrayList<>();
  private final @Nullable WireClient multiUserClient;

  public WireClient(
      WireLimits limits, String userAgent, TlsEngineFactory engines, Stopwatch stopwatch) {
    this(
        limits,
        userAgent,
        engines,
        stopwatch,
        "wire",
        new WireClient(limits, userAgent, engines, stopwatch, "wire-crowd", null));
  }

  private WireClient(
      WireLimits limits,
      String userAgent,
      TlsEngineFactory engines,
      Stopwatch stopwatch,
      String name,
      @Nullable WireClient multiUserClient) {
    this.limits = limits;
    this.requestFactory = new RequestFactory(userAgent);
    this.stopwatch = stopwatch;
    this.loops =
        new MultiThreadIoEventLoopGroup(
            EVENT_LOOPS, new DefaultThreadFactory(name, true), NioIoHandler.newFactory());
    this.dnsResolver = new DnsResolver(RESOLVER_THREADS, stopwatch);
    this.tlsExecutor =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("wire-tls-", 0).factory());
    this.connector =
        new Connector(
            loops,
            dnsResolver,
            new TlsHandlerFactory(engines, tlsExecutor),
            limits.sockets(),
            stopwatch);
    loops.forEach(loop -> lagMeters.add(EventLoopLagMeter.of((EventLoop) loop, stopwatch)));
    this.multiUserClient = multiUserClient;
  }

  /** Sockets that introduce themselves as this user agent and trust whom the JVM trusts. */
  public static WireClient open(String userAgent, Stopwatch stopwatch) {
    return open(userAgent, TlsEngineFactory.JVM, stopwatch);
  }

  /** Sockets that introduce themselves as this user agent, with TLS from these engines. */
  public static WireClient open(String userAgent, TlsEngineFactory engines, Stopwatch stopwatch) {
    return new WireClient(WireLimits.DEFAULTS, userAgent, engines, stopwatch);
  }

  /**
   * The sockets for a run of so many users. Several have event loops of their own: what a thousand
   * sockets hear at once must not hold up what a single one hears. Closed with this one.
   */
  public WireClient forUsers(int users) {
    return users > 1 && multiUserClient != null ? multiUserClient : this;
  }

  /** Loads what the first exchange needs, so that no target is blamed for a cold client. */
  public void warmUp() {
    try {
      new ClientWarmUp(this, stopwatch).run();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (IOException unable) {
      logger.debug("No rehearsal: the first run may find the client cold", unable);
    }
  }

  /** One request and its whole reply, on a connection of its own. */
  public HttpResult exchange(HttpCall call, Deadline deadline) throws InterruptedException {
    ServerAddress address = ServerAddress.of(call.url());
    ArrivalTimeHandler plain = new ArrivalTimeHandler(stopwatch);
    HttpReplyHandler exchange = new HttpReplyHandler(address, limits.body(), plain);
    TransportResult transportResult =
        connector.open(
            address,
            call.route(),
            List.of(new ArrivalTimeHandler(stopwatch), plain, codec(), exchange),
            deadline);
    return switch (transportResult) {
      case TransportResult.Failed(var failure, _) -> new HttpResult.Failed(failure);
      case TransportResult.Opened(Channel channel, _, _) -> {
        try {
          channel.writeAndFlush(requestFactory.of(call, address));
          yield await(exchange.result(), deadline)
              .orElseGet(() -> new HttpResult.Failed(noReply(address)));
        } finally {
          channel.close();
        }
      }
    };
  }

  /** One attempt to open a WebSocket. */
  public ConnectResult connect(UpgradeCall call, Deadline deadline) throws InterruptedException {
    ServerAddress address = ServerAddress.of(call.url());
    UpgradeHandler.ArrivalTimes arrivalTimes =
        new UpgradeHandler.ArrivalTimes(
            new ArrivalTimeHandler(stopwatch), new ArrivalTimeHandler(stopwatch));
    ReceiveQueue queue = new ReceiveQueue(limits, call.maxMessage(), stopwatch);
    UpgradeHandler upgradeHandler =
        new UpgradeHandler(call, address, queue, arrivalTimes, limits.refusal(), stopwatch);
    TransportResult transportResult =
        connector.open(
            address,
            call.route(),
            List.of(arrivalTimes.arrival(), arrivalTimes.reply(), codec(), upgradeHandler),
            deadline);
    return switch (transportResult) {
      case TransportResult.Failed(var failure, var timer) ->
          new ConnectResult.Failed(
              failure, new ConnectResult.Attempt(timer.phases(), stopwatch.nanos(), null));
      case TransportResult.Opened opened -> {
        boolean handedOver = false;
        try {
          opened
              .channel()
              .writeAndFlush(requestFactory.of(call, address, upgradeHandler.handshake()));
          UpgradeResult reply = reply(upgradeHandler, opened.channel(), deadline);
          ConnectResult result = result(opened, reply, queue);
          handedOver = result instanceof ConnectResult.Connected;
          yield result;
        } finally {
          if (!handedOver) {
            opened.channel().close();
          }
          // a user's thread makes handlers once, and what Netty keeps for it then is never used
          FastThreadLocal.removeAll();
        }
      }
    };
  }

  /** The longest time since that reading in which our own event loops stood still. */
  public Duration longestLagSince(long nanos) {
    return lagMeters.stream()
        .map(meter -> meter.longestSince(nanos))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  Iterable<EventExecutor> loops() {
    return loops;
  }

  @Override
  public void close() {
    if (multiUserClient != null) {
      multiUserClient.close();
    }
    dnsResolver.close();
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
    tlsExecutor.shutdownNow();
  }

  private ConnectResult result(
      TransportResult.Opened opened, UpgradeResult reply, ReceiveQueue queue) {
    ConnectPhaseTimer timer = opened.timer();
    return switch (reply) {
      case UpgradeResult.Failed(var failure) ->
          new ConnectResult.Failed(failure, trail(opened, stopwatch.nanos()));
      case UpgradeResult.Refused(var refusal) ->
          new ConnectResult.Refused(refusal, trail(opened, stopwatch.nanos()));
      case UpgradeResult.Switched(var frameHandler, var deflate, long nanos) -> {
        timer.upgraded(nanos);
        yield new ConnectResult.Connected(
            new WebSocket(opened.channel(), frameHandler, queue, deflate, stopwatch),
            trail(opened, nanos));
      }
    };
  }

  private UpgradeResult reply(UpgradeHandler upgradeHandler, Channel channel, Deadline deadline)
      throws InterruptedException {
    Optional<UpgradeResult> reply = await(upgradeHandler.result(), deadline);
    if (reply.isPresent()) {
      return reply.get();
    }
    channel.eventLoop().execute(() -> upgradeHandler.timeOut(channel.pipeline()));
    return await(upgradeHandler.result(), Deadline.in(UPGRADE_GRACE, stopwatch))
        .orElseGet(() ->
            new UpgradeResult.Failed(
                new WireFailure(FindingKind.TIMED_OUT, "The upgrade was not answered in time")));
  }

  private <T> Optional<T> await(CompletableFuture<T> reply, Deadline deadline)
      throws InterruptedException {
    try {
      return Optional.of(reply.get(deadline.remainingNanos(stopwatch), TimeUnit.NANOSECONDS));
    } catch (TimeoutException _) {
      return Optional.empty();
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static ConnectResult.Attempt trail(TransportResult.Opened opened, long ended) {
    return new ConnectResult.Attempt(opened.timer().phases(), ended, opened.certificateExpiry());
  }

  private static WireFailure noReply(ServerAddress address) {
    return new WireFailure(FindingKind.TIMED_OUT, address + " did not answer the request in time");
  }

  private HttpClientCodec codec() {
    return new HttpClientCodec(limits.initialLine(), limits.headers(), HTTP_CHUNK_BYTES);
  }
}
