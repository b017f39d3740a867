package io.goldenpath.wire.websocket;

import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.wire.connection.ConnectPhaseTimer;
import io.goldenpath.wire.connection.Connector;
import io.goldenpath.wire.connection.ServerAddress;
import io.goldenpath.wire.connection.WireException;
import io.goldenpath.wire.http.HttpReplyHandler;
import io.goldenpath.wire.http.RequestFactory;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.util.concurrent.FastThreadLocal;

/** Opens WebSockets: connects, sends the upgrade request and awaits the answer. */
public record UpgradeExchange(Connector connector, RequestFactory requests, Stopwatch stopwatch) {

  public ConnectResult connect(UpgradeCall call, Deadline deadline) throws InterruptedException {
    ConnectPhaseTimer timer = new ConnectPhaseTimer(stopwatch);
    try {
      return switch (upgrade(call, timer, deadline)) {
        case UpgradeHandler.Answer.Refused(var refusal) ->
            new ConnectResult.Refused(refusal, attempt(timer, stopwatch.nanos()));
        case UpgradeHandler.Answer.Switched(var socket, long nanos) -> {
          timer.upgraded(nanos);
          yield new ConnectResult.Connected(socket, attempt(timer, nanos));
        }
      };
    } catch (WireException failed) {
      return new ConnectResult.Failed(failed.failure(), attempt(timer, stopwatch.nanos()));
    }
  }

  private UpgradeHandler.Answer upgrade(
      UpgradeCall call, ConnectPhaseTimer timer, Deadline deadline)
      throws InterruptedException, WireException {
    ServerAddress address = ServerAddress.of(call.url());
    WebSocketHandshake handshake = new WebSocketHandshake(address, call.subprotocols());
    HttpReplyHandler reply = new HttpReplyHandler(address, true, stopwatch);
    UpgradeHandler upgrade = new UpgradeHandler(handshake, call.maxMessage(), reply, stopwatch);
    Channel channel =
        connector.open(address, call.route(), reply.handlers(upgrade), timer, deadline);
    boolean switched = false;
    try {
      FullHttpRequest request = requests.of(call.request(), address);
      handshake.addHeaders(request.headers());
      channel.writeAndFlush(request);
      UpgradeHandler.Answer answer = reply.await(upgrade.answer(), channel, deadline);
      switched = answer instanceof UpgradeHandler.Answer.Switched;
      return answer;
    } finally {
      if (!switched) {
        channel.close();
      }
      // what Netty keeps in thread-locals of a user's thread is never used again
      FastThreadLocal.removeAll();
    }
  }

  private static ConnectResult.Attempt attempt(ConnectPhaseTimer timer, long endedNanos) {
    return new ConnectResult.Attempt(timer.phases(), endedNanos, timer.certificateExpiry());
  }
}
