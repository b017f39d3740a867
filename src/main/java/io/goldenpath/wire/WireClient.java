package io.goldenpath.wire;

import io.goldenpath.model.target.ProxyServer;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.Stalls;
import io.goldenpath.model.time.Stopwatch;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.FastThreadLocal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * HTTP and WebSocket client. A call blocks until its deadline at the latest; an interrupt ends it
 * at once and leaves nothing open.
 */
public final class WireClient implements AutoCloseable {

  private final String userAgent;
  private final TlsEngineFactory engines;
  private final Stopwatch stopwatch;
  private final EventLoops loops;
  private final Connector connector;
  private volatile @Nullable WireClient multiUserClient;

  private WireClient(
      String threadName, String userAgent, TlsEngineFactory engines, Stopwatch stopwatch) {
    this.userAgent = userAgent;
    this.engines = engines;
    this.stopwatch = stopwatch;
    this.loops = EventLoops.start(threadName, stopwatch);
    this.connector = new Connector(loops.group(), engines, stopwatch);
  }

  public static WireClient open(String userAgent, TlsEngineFactory engines, Stopwatch stopwatch) {
    return new WireClient("wire", userAgent, engines, stopwatch);
  }

  /**
   * Several users get event loops apart, to not delay a single one. They begin with the first of
   * them, for idle ones tick as well, and are closed with this client.
   */
  public synchronized WireClient forUsers(int users) {
    if (users == 1) {
      return this;
    }
    WireClient begun = multiUserClient;
    if (begun == null) {
      begun = new WireClient("wire-multi-user", userAgent, engines, stopwatch);
      multiUserClient = begun;
    }
    return begun;
  }

  /** Uses a connection of its own, and reads the whole reply. */
  public HttpResult exchange(HttpCall call, Deadline deadline) throws InterruptedException {
    ConnectAttempt attempt = attempt(call, deadline);
    try {
      HttpReply reply = reply(call, attempt, deadline);
      return new HttpResult.Answered(reply, attempt.dead(), attempt.certificateExpiry());
    } catch (WireException failed) {
      return new HttpResult.Failed(
          attempt.explained(failed), attempt.dead(), attempt.certificateExpiry());
    }
  }

  private ConnectAttempt attempt(HttpCall call, Deadline deadline) {
    ProxyServer proxy = call.route().proxies().proxyFor(call.url()).orElse(null);
    return new ConnectAttempt(ServerAddress.of(call.url()), proxy, deadline, stopwatch);
  }

  /** A proxy that may not tunnel to such a port is asked to forward the request itself. */
  private HttpReply reply(HttpCall call, ConnectAttempt attempt, Deadline deadline)
      throws InterruptedException, WireException {
    try {
      return reply(call, attempt, null, deadline);
    } catch (WireException.ProxyRefusal refusal) {
      if (attempt.address().tls() || !refusal.forbidden()) {
        throw refusal;
      }
      HttpReply reply = reply(call, attempt, attempt.proxy(), deadline);
      if (reply.status() == HttpResponseStatus.PROXY_AUTHENTICATION_REQUIRED.code()) {
        throw refusal;
      }
      return reply;
    }
  }

  private HttpReply reply(
      HttpCall call, ConnectAttempt attempt, @Nullable ProxyServer forwarder, Deadline deadline)
      throws InterruptedException, WireException {
    ServerAddress address = attempt.address();
    HttpReplyHandler reply = new HttpReplyHandler(address, false, stopwatch);
    Channel channel = connector.open(attempt, call.route(), forwarder == null, reply.handlers());
    try {
      channel.writeAndFlush(
          forwarder == null
              ? call.request(address, userAgent)
              : call.request(address, userAgent, forwarder));
      return reply.await(reply.reply(), channel, deadline);
    } finally {
      channel.close();
    }
  }

  /** Sends an upgrade request, and awaits the answer to it. */
  public ConnectResult connect(UpgradeCall call, Deadline deadline) throws InterruptedException {
    ConnectAttempt attempt = attempt(call.request(), deadline);
    try {
      return upgrade(call, attempt, deadline);
    } catch (WireException failed) {
      return new ConnectResult.Failed(attempt.explained(failed), attempt.result());
    }
  }

  private ConnectResult upgrade(UpgradeCall call, ConnectAttempt attempt, Deadline deadline)
      throws InterruptedException, WireException {
    ServerAddress address = attempt.address();
    WebSocketHandshake handshake =
        new WebSocketHandshake(address, call.subprotocols(), WebSocketHandshake.newKey());
    HttpReplyHandler reply = new HttpReplyHandler(address, true, stopwatch);
    UpgradeHandler upgrade =
        new UpgradeHandler(handshake, call.maxMessage(), reply, attempt, stopwatch);
    Channel channel = connector.open(attempt, call.route(), true, reply.handlers(upgrade));
    boolean connected = false;
    try {
      FullHttpRequest request = call.request().request(address, userAgent);
      handshake.addHeaders(request.headers());
      channel.writeAndFlush(request);
      ConnectResult result = reply.await(upgrade.result(), channel, deadline);
      connected = result instanceof ConnectResult.Connected;
      return result;
    } finally {
      if (!connected) {
        channel.close();
      }
      // what Netty keeps in thread-locals of a user's thread is never used again
      FastThreadLocal.removeAll();
    }
  }

  /** When this client's event loops stood still. */
  public Stalls stalls() {
    return loops;
  }

  /** How long the event loops have stood still so far, those of several users among them. */
  public Duration stalledTime() {
    Duration own = loops.stalledTime();
    WireClient several = multiUserClient;
    Duration others = several == null ? Duration.ZERO : several.stalledTime();
    return own.compareTo(others) > 0 ? own : others;
  }

  Iterable<EventExecutor> loops() {
    return loops.group();
  }

  @Override
  public void close() {
    WireClient several = multiUserClient;
    if (several != null) {
      several.close();
    }
    loops.close();
    connector.close();
  }
}
