package io.goldenpath.wire.websocket;

import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.wire.connection.ArrivalTimeHandler;
import io.goldenpath.wire.connection.FailureClassifier;
import io.goldenpath.wire.connection.ServerAddress;
import io.goldenpath.wire.connection.WireFailure;
import io.goldenpath.wire.http.HttpReply;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Hears the answer to a request for a WebSocket, and changes the pipeline over to frames. */
public final class UpgradeHandler extends SimpleChannelInboundHandler<HttpObject> {

  private final UpgradeCall call;
  private final ServerAddress address;
  private final WebSocketHandshake handshake;
  private final ReceiveQueue queue;
  private final int maxBody;
  private final ArrivalTimeHandler arrival;
  private final ArrivalTimeHandler replyArrival;
  private final Stopwatch stopwatch;
  private final CompletableFuture<UpgradeResult> result = new CompletableFuture<>();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private @Nullable HttpResponse refusal;

  /**
   * Arrival times at two places of the pipeline.
   *
   * @param arrival where bytes arrive
   * @param reply where they are plain
   */
  public record ArrivalTimes(ArrivalTimeHandler arrival, ArrivalTimeHandler reply) {}

  public UpgradeHandler(
      UpgradeCall call,
      ServerAddress address,
      ReceiveQueue queue,
      ArrivalTimes arrivalTimes,
      int maxBody,
      Stopwatch stopwatch) {
    this.call = call;
    this.address = address;
    this.handshake = new WebSocketHandshake(address, call.subprotocols());
    this.queue = queue;
    this.maxBody = maxBody;
    this.arrival = arrivalTimes.arrival();
    this.replyArrival = arrivalTimes.reply();
    this.stopwatch = stopwatch;
  }

  public WebSocketHandshake handshake() {
    return handshake;
  }

  public CompletableFuture<UpgradeResult> result() {
    return result;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, HttpObject part) throws IOException {
    if (part.decoderResult().cause() instanceof PrematureChannelClosureException) {
      connectionLost(context, "closed");
      return;
    }
    if (part.decoderResult().isFailure()) {
      fail(context, FindingKind.PROTOCOL_ERROR, address + " answered the upgrade with broken HTTP");
      return;
    }
    if (part instanceof HttpResponse response) {
      if (response.status().code() == 101) {
        switchProtocols(context, response);
        return;
      }
      // a reply of the 1xx class only announces the one that counts
      refusal = response.status().codeClass() == HttpStatusClass.INFORMATIONAL ? null : response;
    }
    if (part instanceof HttpContent content && refusal != null) {
      int room = Math.min(maxBody - body.size(), content.content().readableBytes());
      content.content().readBytes(body, room);
      if (body.size() == maxBody || part instanceof LastHttpContent) {
        refused(context, refusal);
      }
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    connectionLost(context, "closed");
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (FailureClassifier.isTls(cause)) {
      WireFailure failure = FailureClassifier.tlsFailure(cause, address);
      fail(context, failure.kind(), failure.message());
    } else if (FailureClassifier.isReset(cause)) {
      connectionLost(context, "reset");
    } else {
      fail(
          context,
          FindingKind.PROTOCOL_ERROR,
          address + " broke the protocol: " + FailureClassifier.rootMessage(cause));
    }
  }

  private void switchProtocols(ChannelHandlerContext context, HttpResponse response) {
    long now = stopwatch.nanos();
    switch (handshake.validate(response)) {
      case WebSocketHandshake.Result.Rejected(WireFailure failure) ->
          fail(context, failure.kind(), failure.message());
      case WebSocketHandshake.Result.Accepted(PerMessageDeflate deflate) -> {
        WebSocketFrameHandler frameHandler =
            new WebSocketFrameHandler(call.maxMessage(), queue, deflate, arrival, stopwatch);
        HttpClientCodec codec = context.pipeline().get(HttpClientCodec.class);
        codec.removeOutboundHandler();
        frameHandler.install(context.pipeline(), context.pipeline().context(codec).name());
        context.pipeline().remove(this);
        result.complete(new UpgradeResult.Switched(frameHandler, deflate, now));
        // frames that came with the 101 leave the codec when it goes, after this read of its own
        context.channel().eventLoop().execute(() -> context.pipeline().remove(codec));
      }
    }
  }

  /** The time is up: a refusal counts by its head, however slowly its body comes. */
  public void timeOut(ChannelPipeline pipeline) {
    ChannelHandlerContext context = pipeline.context(this);
    if (context != null && refusal != null) {
      refused(context, refusal);
    } else if (context != null) {
      fail(context, FindingKind.TIMED_OUT, address + " did not answer the upgrade in time");
    }
  }

  private void refused(ChannelHandlerContext context, HttpResponse response) {
    HttpReply whole =
        HttpReply.of(
            response.status().code(), response.headers(), body.toString(StandardCharsets.UTF_8));
    result.complete(new UpgradeResult.Refused(whole));
    context.close();
  }

  private void connectionLost(ChannelHandlerContext context, String how) {
    if (refusal != null) {
      refused(context, refusal);
    } else if (replyArrival.anyRead()) {
      fail(
          context,
          FindingKind.PROTOCOL_ERROR,
          address + " " + how + " the connection in the middle of its reply to the upgrade");
    } else {
      fail(
          context,
          FindingKind.CONNECT_FAILED,
          address + " " + how + " the connection without a reply to the upgrade");
    }
  }

  private void fail(ChannelHandlerContext context, FindingKind kind, String message) {
    result.complete(new UpgradeResult.Failed(new WireFailure(kind, message)));
    context.close();
  }
}
