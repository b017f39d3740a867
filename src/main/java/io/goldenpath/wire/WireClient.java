package io.goldenpath.wire;

import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.wire.connection.ConnectPhaseTimer;
import io.goldenpath.wire.connection.Connector;
import io.goldenpath.wire.connection.ServerAddress;
import io.goldenpath.wire.connection.TlsEngineFactory;
import io.goldenpath.wire.connection.WireException;
import io.goldenpath.wire.http.HttpCall;
import io.goldenpath.wire.http.HttpReplyHandler;
import io.goldenpath.wire.http.HttpResult;
import io.goldenpath.wire.http.RequestFactory;
import io.goldenpath.wire.websocket.ConnectResult;
import io.goldenpath.wire.websocket.UpgradeCall;
import io.goldenpath.wire.websocket.UpgradeExchange;
import io.netty.channel.Channel;
import io.netty.util.concurrent.EventExecutor;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * HTTP and WebSocket client. A call blocks until its deadline at the latest; an interrupt ends it
 * at once and leaves nothing open.
 */
public final class WireClient implements AutoCloseable {

  private final RequestFactory requests;
  private final Stopwatch stopwatch;
  private final EventLoops loops;
  private final Connector connector;
  private final @Nullable WireClient multiUserClient;

  private WireClient(
      String threadName,
      String userAgent,
      TlsEngineFactory engines,
      Stopwatch stopwatch,
      @Nullable WireClient multiUserClient) {
    this.requests = new RequestFactory(userAgent);
    this.stopwatch = stopwatch;
    this.loops = EventLoops.start(threadName, stopwatch);
    this.connector = new Connector(loops.group(), engines, stopwatch);
    this.multiUserClient = multiUserClient;
  }

  /** Trusts whom the JVM trusts. */
  public static WireClient open(String userAgent, Stopwatch stopwatch) {
    return open(userAgent, TlsEngineFactory.JVM, stopwatch);
  }

  public static WireClient open(String userAgent, TlsEngineFactory engines, Stopwatch stopwatch) {
    WireClient multiUser = new WireClient("wire-multi-user", userAgent, engines, stopwatch, null);
    return new WireClient("wire", userAgent, engines, stopwatch, multiUser);
  }

  /** Several users get event loops apart, to not delay a single one; closed with this client. */
  public WireClient forUsers(int users) {
    return users > 1 && multiUserClient != null ? multiUserClient : this;
  }

  /** Uses a connection of its own, and reads the whole reply. */
  public HttpResult exchange(HttpCall call, Deadline deadline) throws InterruptedException {
    ServerAddress address = ServerAddress.of(call.url());
    HttpReplyHandler reply = new HttpReplyHandler(address, false, stopwatch);
    ConnectPhaseTimer timer = new ConnectPhaseTimer(stopwatch);
    try {
      Channel channel = connector.open(address, call.route(), reply.handlers(), timer, deadline);
      try {
        channel.writeAndFlush(requests.of(call, address));
        return new HttpResult.Answered(reply.await(reply.reply(), channel, deadline));
      } finally {
        channel.close();
      }
    } catch (WireException failed) {
      return new HttpResult.Failed(failed.failure());
    }
  }

  public ConnectResult connect(UpgradeCall call, Deadline deadline) throws InterruptedException {
    return new UpgradeExchange(connector, requests, stopwatch).connect(call, deadline);
  }

  public Duration longestLagSince(long nanos) {
    return loops.longestLagSince(nanos);
  }

  Iterable<EventExecutor> loops() {
    return loops.group();
  }

  @Override
  public void close() {
    if (multiUserClient != null) {
      multiUserClient.close();
    }
    loops.close();
    connector.close();
  }
}
