package io.goldenpath.wire;

import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Stopwatch;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the monitor's client sockets. Calls block their thread, a virtual one, until their deadline
 * at the latest; an interrupt ends them at once and leaves nothing open.
 */
public final class Wire implements AutoCloseable {

  private static final Logger logger = LoggerFactory.getLogger(Wire.class);
  private static final int LOOPS = 2;
  private static final int CHUNK = 8 * 1024;

  private final WireBounds bounds;
  private final String userAgent;
  private final Stopwatch stopwatch;
  private final MultiThreadIoEventLoopGroup loops;
  private final ExecutorService resolvers;
  private final Connector connector;
  private final List<LagMeter> meters = new ArrayList<>();

  Wire(WireBounds bounds, String userAgent, SslContext tls, Stopwatch stopwatch) {
    this.bounds = bounds;
    this.userAgent = userAgent;
    this.stopwatch = stopwatch;
    this.loops =
        new MultiThreadIoEventLoopGroup(
            LOOPS, new DefaultThreadFactory("wire", true), NioIoHandler.newFactory());
    this.resolvers =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("resolve-", 0).factory());
    this.connector = new Connector(loops, resolvers, tls, stopwatch);
    loops.forEach(loop -> meters.add(new LagMeter((EventLoop) loop, stopwatch)));
  }

  /** Sockets that introduce themselves as this user agent and trust whom the JVM trusts. */
  public static Wire open(String userAgent, Stopwatch stopwatch) {
    try {
      SslContext tls =
          SslContextBuilder.forClient()
              .sslProvider(SslProvider.JDK)
              .endpointIdentificationAlgorithm("HTTPS")
              .build();
      return new Wire(WireBounds.DEFAULTS, userAgent, tls, stopwatch);
    } catch (SSLException unusable) {
      throw new IllegalStateException("The JVM's own TLS cannot be used", unusable);
    }
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
    HttpExchange exchange = new HttpExchange(address, bounds.body());
    ArrivalStamp stamp = new ArrivalStamp(stopwatch);
    return switch (connector.open(address, stamp, List.of(codec(), exchange), deadline)) {
      case Opening.Closed(var failure, _) -> new HttpResult.Failed(failure);
      case Opening.Open(Channel channel, _, _) -> {
        try {
          channel.writeAndFlush(request(call, address));
          yield exchange.result().get(deadline.left(stopwatch), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
          yield new HttpResult.Failed(
              new WireFailure(
                  FindingKind.TIMED_OUT, address + " did not answer the request in time"));
        } catch (ExecutionException impossible) {
          throw new IllegalStateException(impossible);
        } finally {
          channel.close();
        }
      }
    };
  }

  /** One attempt to open a WebSocket. */
  public ConnectResult connect(UpgradeCall call, Deadline deadline) throws InterruptedException {
    Address address = Address.of(call.url());
    ArrivalStamp stamp = new ArrivalStamp(stopwatch);
    Frames frames = new Frames(call.maxMessage(), bounds.queued(), stamp, stopwatch);
    Upgrade upgrade = new Upgrade(call, address, bounds.refusal(), stamp, frames, stopwatch);
    return switch (connector.open(address, stamp, List.of(codec(), upgrade), deadline)) {
      case Opening.Closed(var failure, var clock) ->
          new ConnectResult.Failed(failure, clock.phases());
      case Opening.Open open -> {
        boolean handedOver = false;
        try {
          open.channel().writeAndFlush(upgrade.request(userAgent));
          ConnectResult result = result(open, upgrade, address, frames, deadline);
          handedOver = result instanceof ConnectResult.Connected;
          yield result;
        } finally {
          if (!handedOver) {
            open.channel().close();
          }
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

  @Override
  public void close() {
    resolvers.shutdownNow();
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
  }

  private ConnectResult result(
      Opening.Open open, Upgrade upgrade, Address address, Frames frames, Deadline deadline)
      throws InterruptedException {
    PhaseClock clock = open.clock();
    return switch (reply(upgrade.result(), address, deadline)) {
      case UpgradeReply.Failed(var failure) -> new ConnectResult.Failed(failure, clock.phases());
      case UpgradeReply.Refused(var reply) -> new ConnectResult.Refused(reply, clock.phases());
      case UpgradeReply.Switched(long nanos) -> {
        clock.upgraded(nanos);
        yield new ConnectResult.Connected(
            new WebSocket(open.channel(), frames, stopwatch), clock.phases(), open.certificate());
      }
    };
  }

  private UpgradeReply reply(
      CompletableFuture<UpgradeReply> reply, Address address, Deadline deadline)
      throws InterruptedException {
    try {
      return reply.get(deadline.left(stopwatch), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      return new UpgradeReply.Failed(
          new WireFailure(FindingKind.TIMED_OUT, address + " did not answer the upgrade in time"));
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private HttpClientCodec codec() {
    return new HttpClientCodec(bounds.initialLine(), bounds.headers(), CHUNK);
  }

  private FullHttpRequest request(HttpCall call, Address address) {
    ByteBuf body =
        Unpooled.copiedBuffer(Objects.requireNonNullElse(call.body(), ""), StandardCharsets.UTF_8);
    FullHttpRequest request =
        new DefaultFullHttpRequest(
            HttpVersion.HTTP_1_1,
            HttpMethod.valueOf(call.method()),
            Upgrade.path(call.url()),
            body);
    request.headers().set(HttpHeaderNames.HOST, address.authority());
    request.headers().set(HttpHeaderNames.USER_AGENT, userAgent);
    request.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    request.headers().set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
    call.headers().forEach((name, value) -> request.headers().set(name, value.reveal()));
    return request;
  }
}
