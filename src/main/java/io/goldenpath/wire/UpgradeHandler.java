package io.goldenpath.wire;

import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.wire.http.ReplyDecoder;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpRequestEncoder;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Switches the pipeline to frames at a 101; other replies go to the next handler. */
final class UpgradeHandler extends ChannelInboundHandlerAdapter {

  private final WebSocketHandshake handshake;
  private final int maxMessage;
  private final HttpReplyHandler replyHandler;
  private final ConnectAttempt attempt;
  private final Stopwatch stopwatch;
  private final CompletableFuture<ConnectResult> result;

  UpgradeHandler(
      WebSocketHandshake handshake,
      int maxMessage,
      HttpReplyHandler replyHandler,
      ConnectAttempt attempt,
      Stopwatch stopwatch) {
    this.handshake = handshake;
    this.maxMessage = maxMessage;
    this.replyHandler = replyHandler;
    this.attempt = attempt;
    this.stopwatch = stopwatch;
    this.result =
        replyHandler.reply().thenApply(reply -> new ConnectResult.Refused(reply, attempt.result()));
  }

  CompletableFuture<ConnectResult> result() {
    return result;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object part) {
    if (part instanceof HttpResponse response
        && response.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
      long now = stopwatch.nanos();
      try {
        // an announcement too: browsers take nothing before the 101
        WebSocket socket = switchProtocols(context, handshake.negotiate(response));
        attempt.upgraded(now);
        HttpReply reply = HttpReply.of(response.status().code(), response.headers());
        result.complete(new ConnectResult.Connected(socket, reply, attempt.result()));
      } catch (WireException wrong) {
        replyHandler.fail(context, wrong);
      }
    } else {
      context.fireChannelRead(part);
    }
  }

  private WebSocket switchProtocols(
      ChannelHandlerContext context, @Nullable PerMessageDeflate deflate) {
    ChannelPipeline pipeline = context.pipeline();
    ReceiveQueue queue = new ReceiveQueue(context.channel().config(), maxMessage, stopwatch);
    // the first of its kind stands before TLS
    ArrivalTimeHandler arrivalTime = pipeline.get(ArrivalTimeHandler.class);
    WebSocketFrameHandler frameHandler =
        new WebSocketFrameHandler(maxMessage, queue, deflate, arrivalTime, stopwatch);
    ReplyDecoder decoder = pipeline.get(ReplyDecoder.class);
    pipeline.remove(HttpRequestEncoder.class);
    frameHandler.install(pipeline, pipeline.context(decoder).name());
    pipeline.remove(replyHandler);
    pipeline.remove(this);
    // frames that came with the 101 leave the decoder when it goes, after this read of its own
    context.channel().eventLoop().execute(() -> removeIfOpen(pipeline, decoder));
    return new WebSocket(context.channel(), frameHandler, queue, deflate, stopwatch);
  }

  /** With a connection that has been lost meanwhile its handlers have gone. */
  private static void removeIfOpen(ChannelPipeline pipeline, ReplyDecoder decoder) {
    if (pipeline.context(decoder) != null) {
      pipeline.remove(decoder);
    }
  }
}
